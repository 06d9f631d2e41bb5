// What the model sees. The protected attributes (sex, age, age_group) and the country are not among it.
const purposes = ['car', 'home_improvement', 'consolidation', 'education'];

export const featureNames = [
  'income_10k',
  'loan_to_income',
  'term_years',
  'debt_ratio',
  'years_in_job',
  'prior_defaults',
  'owns_home',
  ...purposes.map((name) => `purpose_${name}`),
];

export function features(row) {
  return [
    row.income / 10_000,
    row.loan_amount / row.income,
    row.term_months / 12,
    Number(row.debt_ratio),
    Number(row.years_in_job),
    Number(row.prior_defaults),
    row.owns_home === 'true' ? 1 : 0,
    ...purposes.map((name) => (row.purpose === name ? 1 : 0)),
  ];
}
