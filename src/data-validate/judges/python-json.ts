const literals = /"(?:[^"\\]|\\.)*"|-?Infinity|NaN/gs;

/**
 * What Python's `json.loads` makes of a text: JSON, and beyond RFC 8259 the words NaN, Infinity and -Infinity (here infinite numbers).
 *
 * @returns undefined where Python raises.
 */
export function parsePythonJson(text: string): { readonly value: unknown } | undefined {
  return parse(text) ?? (/NaN|Infinity/.test(text) ? parseLiterals(text) : undefined);
}

function parseLiterals(text: string): { readonly value: unknown } | undefined {
  if (/-NaN/.test(text.replaceAll(/"(?:[^"\\]|\\.)*"/gs, '""'))) return undefined;
  return parse(
    text.replaceAll(literals, (found) => {
      if (found.startsWith('"')) return found;
      return found.startsWith('-') ? '-1e999' : '1e999';
    }),
  );
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    // Too deep for the stack is refused by Python, too.
    return undefined;
  }
}
