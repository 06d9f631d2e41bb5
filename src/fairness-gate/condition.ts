import { configError } from '../gate/failure.js';

const operators = ['<=', '>=', '!=', '<', '>', '='] as const;
type Operator = (typeof operators)[number];

/** One comparison of a column with a constant. */
export interface Condition {
  readonly column: string;
  readonly operator: Operator;
  readonly constant: number | string | boolean;
}

/** The column, unquoted or in double quotes; the operator; the rest, read by `readConstant`. No part can match in two ways. */
const form = /^\s*(?:"((?:[^"]|"")+)"|([\p{L}_][\p{L}\p{N}_.-]*))\s*(<=|>=|!=|==|<>|<|>|=)\s*(\S.*)$/su;
const numberForm = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const textForm = /^'((?:[^']|'')*)'$/;

/**
 * Reads `score < 0.12`, `decision = 'approved'`, `"risk class" != 'Low'`, `approved = true`.
 *
 * @param key where it stands, for the message.
 * @throws Failure('config') on anything else.
 */
export function parseCondition(text: string, key: string): Condition {
  const match = form.exec(text);
  if (!match) throw refused(text, key, 'it is not column, comparison, constant');
  const [, quoted, plain = '', symbol = '', rest = ''] = match;
  const operator = operators.find((o) => o === symbol) ?? (symbol === '==' ? '=' : '!=');
  const constant = readConstant(rest.trim());
  if (constant === undefined) throw refused(text, key, 'what follows the comparison is not one constant');
  if (typeof constant !== 'number' && operator !== '=' && operator !== '!=')
    throw refused(text, key, `${operator} compares numbers only`);
  return { column: quoted?.replaceAll('""', '"') ?? plain, operator, constant };
}

/** Whether an input means a comparison, not the name of a column. */
export function looksLikeCondition(text: string): boolean {
  return form.test(text);
}

function readConstant(text: string): Condition['constant'] | undefined {
  const lower = text.toLowerCase();
  if (lower === 'true' || lower === 'false') return lower === 'true';
  const quoted = textForm.exec(text)?.[1];
  if (quoted !== undefined) return quoted.replaceAll("''", "'");
  const value = Number(text);
  return numberForm.test(text) && Number.isFinite(value) ? value : undefined;
}

function refused(text: string, key: string, why: string) {
  return configError(`${key}: ${JSON.stringify(text.slice(0, 200))} cannot be read: ${why}`, {
    fix: "write for instance `score < 0.12` or `decision = 'approved'`, text in single quotes",
  });
}

/** As people read it. */
export function describeCondition({ column, operator, constant }: Condition): string {
  return `${column} ${operator} ${typeof constant === 'string' ? `'${constant}'` : constant}`;
}
