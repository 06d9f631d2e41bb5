import type { ChainLink } from '../gate/chain.js';
import { mark } from './html-marks.js';
import { data } from './html-parts.js';
import { type Html, html } from './template.js';

/** The chain as a line that grows firmer with assurance: dotted, dashed, solid, double. A broken link has none. */
export function chainList(links: readonly ChainLink[]): Html {
  const items = links.map(({ link, assurance, ok, reason }) => {
    const status = ok ? 'pass' : 'fail';
    const grade = assurance ?? 'missing';
    return html`<li class="is-${status} ${grade}">${mark(status)}<span class="name">${data(link)}</span><span class="grade">${ok || assurance === null ? grade : `broken (${grade})`}</span><span class="reason">${data(reason)}</span></li>
`;
  });
  return html`<ol class="chain">${items}</ol>`;
}
