import { type Dependency, normaliseName, type Source } from './dependency.js';
import { RequirementSyntaxError } from './syntax-error.js';

const vcsScheme = /^(?:git|hg|svn|bzr)(?:\+[a-z]+)?:\/\//i;
const scheme = /^[a-z][a-z0-9+.-]*:\/\/|^file:/i;
const archive = /\.(?:whl|zip|tar\.gz|tgz|tar\.bz2|tar\.xz|tar)$/i;
/** Wheel file names (binary distribution format, "File name convention"): name-version[-build]-python-abi-platform. */
const wheel =
  /(?:^|\/)(?<name>[A-Za-z0-9._]+)-(?<version>[A-Za-z0-9_.!+]+)(?:-\d[^-/]*)?-[^-/]+-[^-/]+-[^-/]+\.whl$/;

/**
 * Reads a requirement that names a place instead of an index entry: URL, version control, path. `null` for all others.
 *
 * @throws RequirementSyntaxError on a URL with blanks.
 */
export function readDirect(text: string): Dependency | null {
  const target = text.trim();
  // Of "name @ https://…" only the URL is ours.
  const isUrl = scheme.test(target);
  const isPath =
    /^(?:\.{0,2}[/\\]|\.{1,2}$|[A-Za-z]:[\\/])/.test(target) ||
    (archive.test(target) && !/[@=<>;]/.test(target));
  if (!isUrl && !isPath) return null;
  const place = target.split(/\s;/, 1)[0]?.trimEnd() ?? target;
  const blank = /\s/.exec(place);
  if (blank) throw new RequirementSyntaxError('a URL or path may not hold a blank', blank.index, 'write %20');
  const [address = '', fragment = ''] = place.split('#', 2);
  const facts = new URLSearchParams(fragment);
  const source = sourceOf(address, isUrl, /^(?:sha(?:224|256|384|512))=/.test(fragment) || hasHash(facts));
  const named = nameOf(address, facts);
  return {
    name: named.name === null ? null : normaliseName(named.name),
    label: named.name ?? source.url,
    extras: [],
    clauses: [],
    version: source.kind === 'vcs' ? null : named.version,
    marker: null,
    hashes: [],
    source,
    editable: false,
  };
}

function hasHash(facts: URLSearchParams): boolean {
  return ['sha224', 'sha256', 'sha384', 'sha512'].some((algorithm) => facts.has(algorithm));
}

function sourceOf(address: string, isUrl: boolean, hashed: boolean): Source {
  const url = withoutCredentials(address);
  if (vcsScheme.test(address)) {
    return { kind: 'vcs', url, fixed: /@[0-9a-f]{40}(?:[0-9a-f]{24})?$/i.test(address) };
  }
  return isUrl && !address.toLowerCase().startsWith('file:')
    ? { kind: 'url', url, fixed: hashed }
    : { kind: 'path', url, fixed: hashed };
}

/** User and password go into no report. */
function withoutCredentials(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, '$1');
}

function nameOf(
  address: string,
  facts: URLSearchParams,
): { readonly name: string | null; readonly version: string | null } {
  const { name, version } = wheel.exec(decode(address))?.groups ?? {};
  const egg = facts.get('egg')?.replace(/\[.*$/, '') ?? '';
  const shown = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(egg) ? egg : null;
  return { name: name ?? shown, version: version?.replaceAll('_', '-') ?? null };
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
