import type { ChainLink } from '../gate/chain.js';
import { type Verdict, worstOf } from '../gate/verdict.js';
import { chainList } from './html-chain.js';
import { badge } from './html-marks.js';
import { banner, renderPage } from './html-page.js';
import { code, data } from './html-parts.js';
import { inertUri } from './inert.js';
import type { HeadlineFigure } from './report.js';
import { type Html, html, join } from './template.js';
import { showCell } from './values.js';
import { plural, verdictWords } from './words.js';

export interface PipelineIndex {
  readonly pipeline: string;
  readonly gates: readonly IndexedGate[];
  readonly chain: readonly ChainLink[];
  /** The one command that verifies the signed model; absent where nothing was signed. */
  readonly verifyCommand?: string;
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
  readonly toolVersion: string;
}

export interface IndexedGate {
  readonly gate: string;
  readonly instance: string;
  readonly verdict: Verdict;
  readonly headlines: readonly HeadlineFigure[];
  /** Path of its HTML report, relative to the index, with `/`. */
  readonly report?: string;
}

/** One page over all reports of a pipeline: gates, chain, and how to verify the model. */
export function renderIndex(index: PipelineIndex): string {
  const { pipeline, gates, chain, verifyCommand, writtenAt, toolVersion } = index;
  // No gate at all is no proof of anything.
  const verdict = gates.length === 0 ? 'error' : worstOf(gates.map((g) => g.verdict));
  return renderPage({
    title: `${pipeline}: ${verdictWords[verdict].toLowerCase()}`,
    aside: `written ${writtenAt.slice(0, 16).replace('T', ' ')} UTC`,
    toolVersion,
    main: html`<h1>${data(pipeline)}</h1>
<p class="lede">One chain from data to signed model</p>
${banner(verdict, [summary(gates, chain)])}
<h2>Gates</h2>
<ol class="gates">${gates.map(gateItem)}</ol>
${chain.length === 0 ? html`` : html`<h2>Chain</h2>\n<section class="card">${chainList(chain)}${legend}</section>`}
${verifyCommand === undefined ? html`` : html`<h2>Verify the model</h2>\n<section class="card"><p class="command">${code(verifyCommand)}</p></section>`}`,
  });
}

function summary(gates: readonly IndexedGate[], chain: readonly ChainLink[]): string {
  const stopped = gates.filter(({ verdict }) => verdict === 'fail' || verdict === 'error');
  const broken = chain.find(({ ok }) => !ok);
  const first = broken === undefined ? '' : ` The first broken link: ${broken.link}.`;
  if (stopped.length === 0) return `${plural(gates.length, 'gate')}, none failed.${first}`;
  return `${stopped.length} of ${plural(gates.length, 'gate')} did not let this through: ${stopped.map((g) => g.gate).join(', ')}.${first}`;
}

function gateItem({ gate, instance, verdict, headlines, report }: IndexedGate): Html {
  const name = [gate, instance].filter((part) => part !== '').join(' · ');
  const title = report === undefined ? data(name) : html`<a href="./${inertUri(report)}">${data(name)}</a>`;
  const figures = headlines.map(({ label, value }) => html`<b>${data(showCell(value))}</b> ${data(label)}`);
  return html`<li class="card is-${verdict}">${title}${badge(verdict, verdictWords[verdict])}<span class="figures">${join('html', figures, ' · ')}</span></li>
`;
}

const legend = html`<p class="note">Claimed: someone wrote it. Bound: its digest was carried through the run. Attested: signed by a workflow. Recomputed: done again and compared.</p>`;
