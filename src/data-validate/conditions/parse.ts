import { type ComparisonSign, type Condition, comparisons, deepest, type Literal } from './condition.js';
import { refusal, type Token, tokensOf } from './tokens.js';

/** The languages of conditions, as Great Expectations calls their parsers. */
export type ConditionParser = 'pandas' | 'spark' | 'great_expectations';

/**
 * Reads the part that they share of `DataFrame.query` (pandas), of SQL (Spark) and of `col("a") > 1` (Great Expectations): nothing is
 * ever run.
 *
 * @throws Failure('config') naming the position of what is not understood.
 */
export function parseCondition(text: string, parser: ConditionParser): Condition {
  return new Parser(text, parser).whole();
}

const mirrored: Readonly<Record<ComparisonSign, ComparisonSign>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

type Operand = { readonly column: string } | { readonly literal: Literal };

class Parser {
  readonly #text: string;
  readonly #parser: ConditionParser;
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(text: string, parser: ConditionParser) {
    this.#text = text;
    this.#parser = parser;
    this.#tokens = tokensOf(text);
  }

  whole(): Condition {
    const condition = this.#or();
    if (this.#peek()) throw this.#refuse('something follows the condition');
    return condition;
  }

  #or(): Condition {
    return this.#chain('or', ['|', '||'], () => this.#and());
  }

  #and(): Condition {
    return this.#chain('and', ['&', '&&'], () => this.#not());
  }

  #chain(word: 'and' | 'or', signs: readonly string[], part: () => Condition): Condition {
    const of = [part()];
    while (this.#takesWord(word) || signs.some((sign) => this.#takes(sign))) of.push(part());
    return of.length === 1 && of[0] ? of[0] : { kind: word, of };
  }

  #not(): Condition {
    if (this.#takesWord('not') || this.#takes('~') || this.#takes('!'))
      return { kind: 'not', of: this.#deeper(() => this.#not()) };
    if (!this.#takes('(')) return this.#test();
    const inner = this.#deeper(() => this.#or());
    this.#expect(')');
    return inner;
  }

  #deeper<T>(part: () => T): T {
    if (++this.#depth > deepest) throw this.#refuse(`it is nested more than ${deepest} deep`);
    const result = part();
    this.#depth--;
    return result;
  }

  #test(): Condition {
    const first = this.#operand();
    if ('column' in first) {
      const special =
        this.#nullTest(first.column) ?? this.#membership(first.column) ?? this.#between(first.column);
      if (special) return special;
    }
    return this.#comparisons(first);
  }

  /** `a IS NOT NULL`, `a.notnull()`, `col("a").notNull()`. */
  #nullTest(column: string): Condition | undefined {
    const present: Condition = { kind: 'not', of: { kind: 'null', column } };
    if (this.#takesWord('is')) {
      const negated = this.#takesWord('not');
      if (!this.#takesWord('null')) throw this.#refuse('NULL is expected');
      return negated ? present : { kind: 'null', column };
    }
    if (!this.#takes('.')) return undefined;
    const method = this.#name().toLowerCase();
    this.#expect('(');
    this.#expect(')');
    if (['isnull', 'isna', 'is_null'].includes(method)) return { kind: 'null', column };
    if (['notnull', 'notna', 'is_not_null'].includes(method)) return present;
    throw this.#refuse(`the method ${method} is not understood`, -1);
  }

  #membership(column: string): Condition | undefined {
    const mark = this.#next;
    const negated = this.#takesWord('not');
    if (!this.#takesWord('in')) {
      this.#next = mark;
      return undefined;
    }
    const square = this.#takes('[');
    if (!square) this.#expect('(');
    const values = [this.#literal()];
    while (this.#takes(',')) values.push(this.#literal());
    this.#expect(square ? ']' : ')');
    const members: Condition = { kind: 'in', column, values };
    return negated ? { kind: 'not', of: members } : members;
  }

  #between(column: string): Condition | undefined {
    if (!this.#takesWord('between')) return undefined;
    const low = this.#literal();
    if (!this.#takesWord('and')) throw this.#refuse('AND is expected');
    const high = this.#literal();
    return {
      kind: 'and',
      of: [
        { kind: 'compare', column, sign: '>=', value: low },
        { kind: 'compare', column, sign: '<=', value: high },
      ],
    };
  }

  /** `18 <= age < 65` is both at once. */
  #comparisons(first: Operand): Condition {
    const of: Condition[] = [];
    let left = first;
    for (let sign = this.#sign(); sign; sign = this.#sign()) {
      const right = this.#operand();
      of.push(this.#compare(left, sign, right));
      left = right;
    }
    if (of.length === 0) throw this.#refuse('a comparison is expected');
    return of.length === 1 && of[0] ? of[0] : { kind: 'and', of };
  }

  #compare(left: Operand, sign: ComparisonSign, right: Operand): Condition {
    if ('column' in left && 'literal' in right)
      return { kind: 'compare', column: left.column, sign, value: right.literal };
    if ('literal' in left && 'column' in right)
      return { kind: 'compare', column: right.column, sign: mirrored[sign], value: left.literal };
    throw this.#refuse('a column is to be compared with a literal', -1);
  }

  #sign(): ComparisonSign | undefined {
    const token = this.#peek();
    if (token?.kind !== 'sign') return undefined;
    const sql = this.#parser === 'spark';
    const text = sql && token.text === '=' ? '==' : sql && token.text === '<>' ? '!=' : token.text;
    const sign = comparisons.find((one) => one === text);
    if (sign) this.#next++;
    return sign;
  }

  #operand(): Operand {
    const token = this.#peek();
    if (token?.kind === 'column') {
      this.#next++;
      return { column: token.text.slice(1, -1) };
    }
    if (token?.kind !== 'name' || isLiteralName(token.text)) return { literal: this.#literal() };
    this.#next++;
    if (token.text !== 'col' || this.#parser === 'pandas' || !this.#takes('(')) return { column: token.text };
    const name = this.#literal();
    this.#expect(')');
    return { column: String(name) };
  }

  #literal(): Literal {
    const token = this.#peek();
    this.#next++;
    if (token?.kind === 'number') return Number(token.text);
    if (token?.kind === 'text') return token.text.slice(1, -1).replaceAll(/\\(.)/gs, '$1');
    if (token?.kind === 'name' && isLiteralName(token.text)) return token.text.toLowerCase() === 'true';
    throw this.#refuse('a number, a text in quotes, true or false is expected', -1);
  }

  #name(): string {
    const token = this.#peek();
    if (token?.kind !== 'name') throw this.#refuse('a name is expected');
    this.#next++;
    return token.text;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #takes(sign: string): boolean {
    const token = this.#peek();
    const found = token?.kind === 'sign' && token.text === sign;
    if (found) this.#next++;
    return found;
  }

  #takesWord(word: string): boolean {
    const token = this.#peek();
    const found = token?.kind === 'name' && token.text.toLowerCase() === word;
    if (found) this.#next++;
    return found;
  }

  #expect(sign: string): void {
    if (!this.#takes(sign)) throw this.#refuse(`\`${sign}\` is expected`);
  }

  #refuse(why: string, back = 0) {
    const token = this.#tokens[this.#next + back];
    return refusal(this.#text, token?.position ?? this.#text.length + 1, why);
  }
}

function isLiteralName(name: string): boolean {
  return /^(?:true|false)$/i.test(name);
}
