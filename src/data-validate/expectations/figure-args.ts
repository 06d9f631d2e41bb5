import { Type } from 'typebox';
import {
  args,
  bounds,
  columnName,
  condition,
  countBounds,
  memberSet,
  numberBounds,
  onColumn,
  shareSchema,
  valueSet,
} from './parts.js';

const bound = Type.Union([Type.Number(), Type.Null()]);
const share = {
  ...numberBounds,
  min_value: Type.Optional(shareSchema('Least share accepted')),
  max_value: Type.Optional(shareSchema('Greatest share accepted')),
};
const weights = Type.Array(Type.Number({ minimum: 0 }), {
  description: 'Weights of the values or bins, in their order',
  minItems: 1,
  maxItems: 10_000,
});
const pair = (description: string) =>
  args(description, { column_A: columnName, column_B: columnName, ...numberBounds, ...condition });

/** About one figure of a column or of two. */
export const figureArgs = {
  expect_column_min_to_be_between: onColumn('The least value lies in a range', bounds),
  expect_column_max_to_be_between: onColumn('The greatest value lies in a range', bounds),
  expect_column_mean_to_be_between: onColumn('The mean lies in a range', numberBounds),
  expect_column_median_to_be_between: onColumn('The median lies in a range', numberBounds),
  expect_column_sum_to_be_between: onColumn('The sum lies in a range', numberBounds),
  expect_column_stdev_to_be_between: onColumn(
    'The standard deviation of the sample (n − 1) lies in a range',
    numberBounds,
  ),
  expect_column_quantile_values_to_be_between: onColumn('Quantiles lie in ranges', {
    quantile_ranges: Type.Object(
      {
        quantiles: Type.Array(shareSchema('A share'), {
          description: 'Shares, 0.5 for the median',
          minItems: 1,
          maxItems: 1000,
        }),
        value_ranges: Type.Array(Type.Tuple([bound, bound]), {
          description: 'For each share, the least and the greatest value; null for none',
          minItems: 1,
          maxItems: 1000,
        }),
      },
      { additionalProperties: false, description: 'Shares, and for each the least and greatest value' },
    ),
    allow_relative_error: Type.Optional(
      Type.Union([Type.Boolean(), Type.Enum(['linear', 'lower', 'higher', 'midpoint', 'nearest'])], {
        description: 'How a quantile between two values is taken; nearest unless given',
      }),
    ),
  }),
  expect_column_skewness_to_be_between: onColumn('The skewness (g1) lies in a range', numberBounds),
  expect_column_kurtosis_to_be_between: onColumn('The excess kurtosis (g2) lies in a range', numberBounds),
  expect_column_entropy_to_be_between: onColumn('Shannon’s entropy in nats lies in a range', numberBounds),
  expect_column_unique_value_count_to_be_between: onColumn(
    'The number of distinct values lies in a range',
    countBounds,
  ),
  expect_column_proportion_of_unique_values_to_be_between: onColumn(
    'Distinct values as a share of values lie in a range',
    share,
  ),
  expect_column_proportion_of_non_null_values_to_be_between: onColumn(
    'Values as a share of rows lie in a range',
    share,
  ),
  expect_column_distinct_values_to_be_in_set: onColumn('Distinct values all come from a set', valueSet),
  expect_column_distinct_values_to_contain_set: onColumn('All members of a set come', valueSet),
  expect_column_distinct_values_to_equal_set: onColumn('Distinct values are just those of a set', valueSet),
  expect_column_most_common_value_to_be_in_set: onColumn('The most frequent value comes from a set', {
    ...valueSet,
    ties_okay: Type.Optional(
      Type.Boolean({ description: 'true: of several equally frequent values one in the set is enough' }),
    ),
  }),
  expect_column_kl_divergence_to_be_less_than: onColumn(
    'The distribution is close to a given one (relative entropy, nats)',
    {
      partition_object: Type.Union(
        [
          Type.Object({ values: memberSet('The values'), weights }, { additionalProperties: false }),
          Type.Object(
            {
              bins: Type.Array(Type.Number(), {
                description: 'Edges of the bins, rising',
                minItems: 2,
                maxItems: 10_000,
              }),
              weights,
              tail_weights: Type.Optional(
                Type.Tuple([Type.Number(), Type.Number()], {
                  description: 'Weights below and above all bins',
                }),
              ),
            },
            { additionalProperties: false },
          ),
        ],
        { description: 'The distribution expected: values or bins with their weights' },
      ),
      threshold: Type.Number({ description: 'Greatest divergence accepted', minimum: 0 }),
      tail_weight_holdout: Type.Optional(shareSchema('Weight given to what lies outside')),
      internal_weight_holdout: Type.Optional(shareSchema('Weight given to empty bins')),
      bucketize_data: Type.Optional(Type.Boolean({ description: 'true unless given' })),
    },
  ),
  expect_column_pair_cramers_phi_value_to_be_less_than: args('Two columns hardly go together (Cramér’s φ)', {
    column_A: columnName,
    column_B: columnName,
    threshold: Type.Number({ description: 'A value that is too great', minimum: 0 }),
    ...condition,
  }),
  expect_column_pair_correlation_to_be_between: pair(
    'The correlation of two columns (Pearson) lies in a range',
  ),
  expect_column_pair_mutual_information_to_be_between: pair(
    'The mutual information of two columns, in nats, lies in a range',
  ),
} as const;
