import type { CheckStatus } from '../gate/verdict.js';
import { type Html, html } from './template.js';

/** Shapes on a 24 × 24 grid that stay apart without colour: disc, triangle, octagon, diamond, ring, half-filled ring. */
const shapes = {
  pass: html`<circle cx="12" cy="12" r="10.5" class="body"/><path d="M7.2 12.4l3.3 3.3 6.4-7" class="hole"/>`,
  warn: html`<path d="M12 2.5 22.6 21H1.4z" class="body"/><path d="M12 9.4v5M12 17.8v.1" class="hole"/>`,
  fail: html`<path d="M7.7 1.5h8.6l6.2 6.2v8.6l-6.2 6.2H7.7l-6.2-6.2V7.7z" class="body"/><path d="M8.4 8.4l7.2 7.2M15.6 8.4l-7.2 7.2" class="hole"/>`,
  error: html`<path d="M12 1.2 22.8 12 12 22.8 1.2 12z" class="body"/><path d="M12 7v6M12 16.6v.1" class="hole"/>`,
  skip: html`<circle cx="12" cy="12" r="9.5" class="ring"/><path d="M7.5 12h9" class="ring"/>`,
  inconclusive: html`<circle cx="12" cy="12" r="9.5" class="ring"/><path d="M12 2.5a9.5 9.5 0 0 1 0 19z" class="body"/>`,
} as const satisfies Record<CheckStatus, Html>;

/** Drawn once, used by every mark of the page. */
export const markShapes = html`<svg width="0" height="0" aria-hidden="true" class="unseen">${Object.entries(
  shapes,
).map(([status, shape]) => html`<symbol id="mark-${status}" viewBox="0 0 24 24">${shape}</symbol>`)}</svg>`;

export function mark(status: CheckStatus): Html {
  return html`<svg class="mark is-${status}" aria-hidden="true"><use href="#mark-${status}"/></svg>`;
}

export function badge(status: CheckStatus, word: string): Html {
  return html`<span class="badge is-${status}">${mark(status)}${word}</span>`;
}
