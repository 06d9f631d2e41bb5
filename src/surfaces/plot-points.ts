import type { CheckStatus } from '../gate/verdict.js';
import { round } from './plot-frame.js';
import { type Html, html } from './template.js';

/** Disc, triangle, square, diamond, small ring, ring: statuses stay apart without colour. */
export function point(status: CheckStatus, x: number, y: number): Html {
  switch (status) {
    case 'pass':
      return html`<circle class="point" cx="${x}" cy="${y}" r="6"/>`;
    case 'warn':
      return html`<path class="point" d="M${x} ${round(y - 7.5)}l7.5 13h-15z"/>`;
    case 'fail':
      return html`<path class="point" d="M${round(x - 6)} ${round(y - 6)}h12v12h-12z"/>`;
    case 'error':
      return html`<path class="point" d="M${x} ${round(y - 8)}l8 8l-8 8l-8 -8z"/>`;
    case 'skip':
      return html`<circle class="point hollow" cx="${x}" cy="${y}" r="3.5"/>`;
    case 'inconclusive':
      return html`<circle class="point hollow" cx="${x}" cy="${y}" r="5.5"/>`;
  }
}
