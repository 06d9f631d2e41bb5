import type { Verdict } from '../gate/verdict.js';
import { mark, markShapes } from './html-marks.js';
import { data } from './html-parts.js';
import type { HeadlineFigure } from './report.js';
import { contentSecurityPolicy, styleSheet } from './style.js';
import { type Html, html, Markup } from './template.js';
import { showCell } from './values.js';
import { verdictWords } from './words.js';

/** Longer figures are set small, so that a commit or a date fits its tile. */
const shortFigure = 12;

export interface PageParts {
  readonly title: string;
  /** Below the masthead, right of the name. */
  readonly aside: string;
  readonly main: Html;
  readonly toolVersion: string;
}

/** One file that needs nothing else: no script, no request, its own style by hash. */
export function renderPage({ title, aside, main, toolVersion }: PageParts): string {
  return `${
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Markup('html', styleSheet)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the result</a>
${markShapes}
<div class="wrap">
<header class="masthead"><strong>${gateDrawing}Sluice</strong><span>${data(aside)}</span></header>
<main id="main">
${main}
</main>
<footer>Written by Sluice ${toolVersion}. This page loads nothing and runs nothing; the evidence beside it is what counts.</footer>
</div>
</body>
</html>`.text
  }\n`;
}

/** A sluice gate: two posts, a gate half raised, water under it. */
const gateDrawing = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path class="ring" d="M4 2v20M20 2v20M4 5h16M12 2v6"/><path class="body" d="M7.5 8h9v6h-9z"/><path class="ring" d="M7.5 19c1.5-1.5 3-1.5 4.5 0s3 1.5 4.5 0"/></svg>`;

export function banner(verdict: Verdict, sentences: readonly string[]): Html {
  return html`<div class="banner is-${verdict}" role="status">${mark(verdict)}<div><p class="verdict">${verdictWords[verdict]}</p>
${sentences.map((sentence) => html`<p>${data(sentence)}</p>`)}</div></div>`;
}

export function tiles(figures: readonly HeadlineFigure[]): Html {
  if (figures.length === 0) return html``;
  const tile = ({ label, value }: HeadlineFigure) => {
    const shown = showCell(value);
    const size = shown.length > shortFigure ? html` class="long"` : html``;
    return html`<div class="tile"><dt>${data(label)}</dt><dd${size}>${data(shown)}</dd></div>`;
  };
  return html`<dl class="tiles">${figures.map(tile)}</dl>`;
}
