/** A literal of a condition. */
export type Literal = number | string | boolean;

export const comparisons = ['==', '!=', '<', '<=', '>', '>='] as const;
export type ComparisonSign = (typeof comparisons)[number];

/** Which rows are looked at (`row_condition` of Great Expectations), whatever language it was written in. */
export type Condition =
  | {
      readonly kind: 'compare';
      readonly column: string;
      readonly sign: ComparisonSign;
      readonly value: Literal;
    }
  | { readonly kind: 'in'; readonly column: string; readonly values: readonly Literal[] }
  | { readonly kind: 'null'; readonly column: string }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

/** What a comparison with a missing cell is: pandas calls `!=` true and turns everything round, SQL knows neither. */
export type NullLogic = 'pandas' | 'sql';

/** Deeper nesting is a mistake or an attack. */
export const deepest = 32;
