/** The look of plots and of the chain. */
export const figureStyle = `
figure { margin: .9rem 0 0; }
.plot { display: block; width: 100%; min-width: 40rem; height: auto; }
.plot text { fill: var(--ink); font-size: 13px; font-family: inherit; }
.plot .soft { fill: var(--soft); font-size: 12px; }
.plot .value { font-weight: 560; }
.plot .grid { stroke: var(--line); stroke-width: 1; }
.plot .stripe { fill: var(--faint); opacity: .55; }
.band { fill: var(--accent); opacity: .1; }
.edge { stroke: var(--accent); stroke-width: 1.25; stroke-dasharray: 4 3; }
.reference { stroke: var(--soft); stroke-width: 1.25; }
.whisker { stroke: var(--c); stroke-width: 2.25; fill: none; stroke-linecap: round; stroke-linejoin: round; }
.point { fill: var(--c); stroke: var(--card); stroke-width: 1.5; }
.point.hollow { fill: var(--card); stroke: var(--c); stroke-width: 2.5; }
.plot .label { font-weight: 500; }
.plot .bar { fill: var(--c, var(--accent)); }
.plot .bar.empty { fill: var(--soft); }
.plot .track { fill: var(--line); }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; color: var(--soft); font-size: .85rem; margin-top: .5rem; list-style: none; padding: 0; }
.legend li { display: inline-flex; align-items: center; gap: .45em; }
.legend svg { width: 1.5rem; height: 1rem; overflow: visible; }
.chain { list-style: none; margin: .9rem 0 0; padding: 0; }
.chain li { position: relative; display: grid; grid-template-columns: minmax(16rem, 1.5fr) 7rem 2fr; gap: .1rem 1.3rem; padding: .75rem 0 .75rem 3rem; align-items: baseline; }
.chain li::before, .chain li::after { content: ""; position: absolute; left: .95rem; border-left: 0 solid var(--c); }
.chain li:first-child::before { display: none; }
.chain li::before { top: 0; height: .8rem; } .chain li::after { top: 2.25rem; bottom: 0; }
.chain .claimed::before, .chain .claimed::after { border-left: 3px dotted var(--c); }
.chain .bound::before, .chain .bound::after { border-left: 3px dashed var(--c); }
.chain .attested::before, .chain .attested::after { border-left: 3px solid var(--c); }
.chain .recomputed::before, .chain .recomputed::after { border-left: 7px double var(--c); margin-left: -2px; }
.chain li .mark { position: absolute; left: .3rem; top: .8rem; width: 1.45rem; height: 1.45rem; }
.chain .name { font-weight: 600; } .chain .reason { color: var(--soft); font-size: .925rem; }
.chain .grade { font-size: .85rem; font-weight: 600; color: var(--c); }
.gates { list-style: none; margin: 0; padding: 0; display: grid; gap: .8rem; }
.gates li { display: grid; grid-template-columns: minmax(9rem, 1fr) 12.5rem 2.4fr; gap: .2rem 1.4rem; align-items: center; box-shadow: inset 4px 0 0 var(--c); margin: 0; }
.gates a { font-weight: 620; font-size: 1.05rem; }
.figures { color: var(--soft); font-size: .925rem; } .figures b { color: var(--ink); font-weight: 600; }
@media (max-width: 46rem) { .chain li, .gates li { grid-template-columns: 1fr; } }
@media print { .plot { min-width: 0; } .chain li, .gates li { break-inside: avoid; } }
`;
