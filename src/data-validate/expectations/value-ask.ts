import { type JsonObject, round9 } from '../../gate/json.js';
import type { ValueAsk, ValueOutcome } from '../ask.js';
import { type Figures, figureIn, type Metric, type Range } from '../plan.js';
import { isWithin } from '../range.js';

/** One figure lies in a range. Without the figure (no row has a value) it does not. */
export function valueInRange(metric: Metric, range: Range): ValueAsk {
  return derivedInRange([metric], range, (figures) => {
    const figure = figureIn(figures, metric);
    return typeof figure === 'object' ? null : figure;
  });
}

/** Something worked out of several figures lies in a range. */
export function derivedInRange(
  metrics: readonly Metric[],
  range: Range,
  derive: (figures: Figures) => number | string | null,
): ValueAsk {
  return {
    kind: 'value',
    metrics,
    threshold: rangeJson(range),
    outcome: (figures) => outcomeInRange(derive(figures), range),
  };
}

/** A text is a cell's own value; JSON has no infinities. */
function outcomeInRange(raw: number | string | null, range: Range): ValueOutcome {
  if (raw === null) return { observed: null, met: false, problem: 'no row has a value to take it of' };
  const value = typeof raw === 'number' ? round9(raw) : raw;
  const met = isWithin(value, range);
  if (typeof value === 'string') return { observed: value, met, problem: 'it is not', ofCells: true };
  const observed = Number.isFinite(value) ? value : String(value);
  return { observed, met, problem: `it is ${observed}` };
}

function rangeJson({ min, max, strictMin, strictMax }: Range): JsonObject {
  return {
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(strictMin && { strictMin }),
    ...(strictMax && { strictMax }),
  };
}
