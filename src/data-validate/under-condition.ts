import type { Ask, LaterAsk, RowsAsk, ValueAsk } from './ask.js';
import { allOf, type Figures, keyOf, type Metric, type Predicate } from './plan.js';

/** The same question about the rows that meet a condition alone (`row_condition` of Great Expectations). */
export function underCondition(ask: Ask, condition: Predicate): Ask {
  switch (ask.kind) {
    case 'rows':
      return rowsUnder(ask, condition);
    case 'value':
      return valueUnder(ask, condition);
    case 'later':
      return laterUnder(ask, condition);
    case 'schema':
      return ask;
  }
}

function metricUnder(metric: Metric, condition: Predicate): Metric {
  return { ...metric, where: metric.where ? allOf(condition, metric.where) : condition };
}

function rowsUnder(ask: RowsAsk, condition: Predicate): RowsAsk {
  const { unexpected, considered, rows } = ask;
  return {
    ...ask,
    unexpected: metricUnder(unexpected, condition),
    considered: metricUnder(considered, condition),
    ...(rows && { rows: { ...rows, where: allOf(condition, rows.where) } }),
  };
}

function valueUnder(ask: ValueAsk, condition: Predicate): ValueAsk {
  return {
    ...ask,
    metrics: ask.metrics.map((metric) => metricUnder(metric, condition)),
    outcome: (figures) => ask.outcome(asIfWhole(ask.metrics, figures, condition)),
  };
}

function laterUnder(ask: LaterAsk, condition: Predicate): LaterAsk {
  return {
    ...ask,
    needs: ask.needs.map((metric) => metricUnder(metric, condition)),
    next(figures) {
      const asked = ask.next(asIfWhole(ask.needs, figures, condition));
      return asked.kind === 'rows' ? rowsUnder(asked, condition) : valueUnder(asked, condition);
    },
  };
}

/** Figures under the keys of the metrics that were asked before the condition came to them. */
function asIfWhole(metrics: readonly Metric[], figures: Figures, condition: Predicate): Figures {
  return new Map(
    metrics.map((metric) => [keyOf(metric), figures.get(keyOf(metricUnder(metric, condition))) ?? null]),
  );
}
