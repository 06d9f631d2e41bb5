import { createHash } from 'node:crypto';
import { figureStyle } from './style-figures.js';

/**
 * The look of every page. Colours come in pairs for light and dark; a status is told by its word and the shape of its
 * mark first, by colour last (hues stay apart for the colour-blind).
 */
const pageStyle = `
:root {
  color-scheme: light dark;
  --page: #faf9f7; --card: #ffffff; --ink: #1b2430; --soft: #566173; --line: #e4e1db; --faint: #f3f1ed;
  --accent: #0b6478;
  --pass: #0d7359; --warn: #8a5a00; --fail: #b32a1e; --error: #77308c; --skip: #5f6b7c; --inconclusive: #2a5db0;
  --mono: ui-monospace, "SF Mono", "Cascadia Code", "Segoe UI Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #11151b; --card: #181e26; --ink: #e6e9ee; --soft: #a0abba; --line: #2b3441; --faint: #1f2630;
    --accent: #67c3d8;
    --pass: #53c5a4; --warn: #efb45c; --fail: #ff8f7e; --error: #d8a0e8; --skip: #9aa5b5; --inconclusive: #93b8f7;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
.wrap { max-width: 68rem; margin: 0 auto; padding: 0 1.5rem; }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: .06em; }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 4px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; z-index: 1; }
.masthead { padding-block: 1.6rem 0; display: flex; justify-content: space-between; gap: .4rem 1.5rem; flex-wrap: wrap; color: var(--soft); font-size: .875rem; }
.masthead strong { color: var(--accent); letter-spacing: .01em; display: inline-flex; gap: .5rem; align-items: center; font-size: 1rem; }
.masthead svg { width: 1.25rem; height: 1.25rem; }
h1 { font-size: 2.05rem; line-height: 1.2; font-weight: 650; letter-spacing: -.018em; margin: 2rem 0 .3rem; text-wrap: balance; }
h2 { font-size: 1.3rem; line-height: 1.3; font-weight: 650; letter-spacing: -.008em; margin: 3rem 0 1rem; }
h3 { font-size: 1.05rem; line-height: 1.4; font-weight: 620; margin: 0; }
p { margin: .5rem 0; max-width: 46rem; text-wrap: pretty; }
.lede, .note { color: var(--soft); }
.lede { margin: 0 0 1.4rem; }
code { font-family: var(--mono); font-size: .87em; overflow-wrap: anywhere; }
bdi { unicode-bidi: isolate; }
.is-pass { --c: var(--pass); } .is-warn { --c: var(--warn); } .is-fail { --c: var(--fail); }
.is-error { --c: var(--error); } .is-skip { --c: var(--skip); } .is-inconclusive { --c: var(--inconclusive); }
.mark { width: 1.15em; height: 1.15em; flex: none; color: var(--c); vertical-align: -.2em; }
.body { fill: currentColor; stroke: currentColor; stroke-width: 1.2; stroke-linejoin: round; }
.ring { fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; }
.hole { fill: none; stroke: var(--card); stroke-width: 2.5; stroke-linecap: round; stroke-linejoin: round; }
.badge { display: inline-flex; align-items: center; gap: .38em; color: var(--c); font-weight: 620; font-size: .875rem; white-space: nowrap; }
.banner {
  display: flex; gap: 1.15rem; align-items: flex-start; border-radius: 14px; padding: 1.35rem 1.5rem;
  background: color-mix(in oklab, var(--c) 9%, var(--card)); border: 1px solid color-mix(in oklab, var(--c) 34%, var(--card));
}
.banner .mark { width: 2.4rem; height: 2.4rem; margin-top: .1rem; }
.banner p { margin: .15rem 0 0; max-width: none; }
.banner .verdict { font-size: 1.5rem; line-height: 1.25; font-weight: 680; letter-spacing: -.012em; color: var(--c); margin: 0; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .8rem; margin: 1rem 0 0; }
.tile { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: .85rem 1.1rem .9rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; min-width: 0; }
.tile dt { color: var(--soft); font-size: .85rem; line-height: 1.35; }
.tile dd { margin: 0; font-size: 1.5rem; line-height: 1.3; font-weight: 620; letter-spacing: -.012em; overflow-wrap: anywhere; }
.tile dd.long { font-size: .95rem; line-height: 1.45; letter-spacing: 0; font-weight: 560; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1.25rem 1.5rem; margin: 0 0 1rem; }
.card > :first-child { margin-top: 0; }
.card > :last-child { margin-bottom: 0; }
.callout, .check { box-shadow: inset 4px 0 0 var(--c); }
.callout { margin-top: 1rem; }
.callout ul { margin: .5rem 0 0; padding-left: 1.2rem; }
.check header { display: flex; flex-wrap: wrap; gap: .15rem 1.2rem; justify-content: space-between; align-items: baseline; }
.check header code { color: var(--soft); }
.check h3 { flex: 1 1 22rem; min-width: 0; }
.banner > div { min-width: 0; }
.facts { display: flex; flex-wrap: wrap; gap: .2rem 1.6rem; margin: .55rem 0 0; font-size: .925rem; }
.facts div { min-width: 0; }
.facts dt, .facts dd { display: inline; }
.facts dt { color: var(--soft); margin-right: .4rem; }
.facts dd { margin: 0; font-weight: 560; min-width: 0; }
.scroll { overflow-x: auto; margin: .9rem 0 0; }
table { border-collapse: collapse; width: 100%; font-size: .925rem; line-height: 1.5; }
caption { text-align: left; color: var(--soft); font-size: .85rem; padding-bottom: .35rem; }
caption.unseen, .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th { text-align: left; font-weight: 560; font-size: .82rem; color: var(--soft); vertical-align: bottom; white-space: nowrap; }
th, td { padding: .5rem 1.1rem .5rem 0; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
tbody tr:last-child > * { border-bottom: 0; }
td { vertical-align: top; overflow-wrap: anywhere; min-width: 6.5rem; unicode-bidi: isolate; }
tbody th { color: inherit; font-size: inherit; white-space: normal; vertical-align: top; }
td.number, th.number { text-align: right; min-width: 3rem; white-space: nowrap; }
td.message { min-width: 14rem; } td.place, td:first-child { min-width: 8rem; } td.place { min-width: 13rem; } td.tight, td.tight:first-child { min-width: 0; white-space: nowrap; }
tr.waived td { color: var(--soft); }
.digest { display: block; user-select: all; -webkit-user-select: all; font-size: .8rem; line-height: 1.45; min-width: 15rem; }
.digest b { font-weight: 560; color: var(--soft); }
.fix { margin: .8rem 0 0; }
.command { display: block; max-width: none; background: var(--faint); border-radius: 8px; padding: .7rem 1rem; margin: .6rem 0 0; user-select: all; -webkit-user-select: all; white-space: pre-wrap; overflow-wrap: anywhere; }
details > summary { cursor: pointer; color: var(--accent); font-weight: 560; width: fit-content; }
details[open] > summary { margin-bottom: .4rem; }
.card > h3 + * { margin-top: .55rem; }
.pairs { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .35rem 1.6rem; margin: 0; font-size: .925rem; }
.pairs dt { color: var(--soft); } .pairs dd { margin: 0; overflow-wrap: anywhere; }
footer { margin-top: 3.5rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; padding-block: 1.1rem 2.5rem; }
@media (max-width: 40rem) {
  .wrap { padding: 0 1rem; } h1 { font-size: 1.6rem; margin-top: 1.4rem; }
  .card, .banner { padding: 1rem 1.1rem; } .pairs { grid-template-columns: 1fr; gap: 0; } .pairs dd { margin-bottom: .6rem; }
  .tiles { grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); }
}
@media print {
  :root { --page: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #ccc; --faint: #f4f4f4; --accent: #0b6478;
    --pass: #0d7359; --warn: #8a5a00; --fail: #b32a1e; --error: #77308c; --skip: #5f6b7c; --inconclusive: #2a5db0; color-scheme: light; }
  body { font-size: 10.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .wrap { max-width: none; padding: 0; } .skip { display: none; } .scroll { overflow: visible; }
  table { font-size: 9pt; } th { white-space: normal; overflow-wrap: normal; } td, td.place, td.message, td:first-child, .digest { min-width: 0; } th, td { padding-right: .6rem; }
  h2 { margin-top: 1.8rem; } h2, h3, .check header { break-after: avoid; } tr, .tile, .banner, figure { break-inside: avoid; }
  thead { display: table-header-group; }
  details:not([open])::details-content { content-visibility: visible; block-size: auto; }
}
@page { margin: 16mm 14mm; }
`;

export const styleSheet = `${pageStyle}${figureStyle}`;

/** The one thing the page may load: this style sheet, by its hash. No script, image, font, frame or request at all. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(styleSheet).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
