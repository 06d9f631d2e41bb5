import type { IntervalSection } from '../gate/section.js';
import { point } from './plot-points.js';
import { statusOrder } from './report.js';
import { type Html, html } from './template.js';
import { showNumber } from './values.js';
import { statusWords } from './words.js';

/** What the marks of this very plot mean; no more. */
export function intervalLegend({ accepted, reference, rows }: IntervalSection): Html {
  const present = statusOrder.filter((status) => rows.some((r) => r.status === status));
  const items = [
    ...present.map(
      (status) =>
        html`<li><svg class="plot-key is-${status}" viewBox="0 0 24 16" aria-hidden="true"><path class="whisker" d="M1 8h22"/>${point(status, 12, 8)}</svg>${statusWords[status]}</li>`,
    ),
    ...(accepted === undefined
      ? []
      : [
          html`<li><svg class="plot-key" viewBox="0 0 24 16" aria-hidden="true"><rect class="band" width="24" height="16"/><path class="edge" d="M.6 0v16"/></svg>accepted: ${range(accepted)}</li>`,
        ]),
    ...(reference === undefined
      ? []
      : [
          html`<li><svg class="plot-key" viewBox="0 0 24 16" aria-hidden="true"><path class="reference" d="M12 0v16"/></svg>reference ${showNumber(reference)}</li>`,
        ]),
  ];
  return html`<ul class="legend">${items}</ul>`;
}

function range({ min, max }: NonNullable<IntervalSection['accepted']>): string {
  if (min === undefined) return max === undefined ? 'anything' : `at most ${showNumber(max)}`;
  return max === undefined ? `at least ${showNumber(min)}` : `${showNumber(min)} to ${showNumber(max)}`;
}
