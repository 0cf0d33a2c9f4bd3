/** Lines and their axes. Labels of the vertical axis stand in the padding. */
export const plot = `
figure { container-type: inline-size; }
.chart { display: block; overflow: visible; }
.plot .chart { box-sizing: border-box; padding-left: 58px; padding-right: 12px; }
.chart text { fill: var(--ink); font-size: 13px; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
.chart .tick { fill: var(--soft); font-size: 11.5px; }
.chart .mark-label { font-size: 12px; font-weight: 600; }
.grid { stroke: var(--rule); stroke-width: 1; }
.axis { stroke: var(--soft); stroke-width: 1; }
.band { fill: var(--band); }
.bar { fill: var(--accent); }
.area { fill: var(--accent-wash); }
.line { fill: none; stroke-width: 1.5; stroke-linejoin: round; }
.line.main { stroke: var(--accent); stroke-width: 2.25; }
.line.second { stroke: var(--ink); stroke-width: 1.25; }
.line.faint { stroke: var(--bar-other); stroke-width: 1; }
.line.failed { stroke: var(--error); stroke-width: 1.75; }
.line.wanted { stroke: var(--ink); stroke-width: 1.25; stroke-dasharray: 4 3; }
.dot { fill: var(--accent); stroke: var(--paper); stroke-width: 1; }
.dot.failed { fill: var(--error); }
.target { fill: var(--paper); stroke: var(--ink); stroke-width: 2; }
.target.failed { stroke: var(--error); }
.hover { fill: transparent; }
.hover:hover { fill: var(--ink); fill-opacity: 0.07; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 20px; }
.legend li { display: flex; align-items: center; gap: 8px; }
.legend svg { flex: none; overflow: visible; }
@container (max-width: 559px) {
  .wide { display: none; }
}
figure + figure { margin-top: 40px; }
.sql { display: block; max-width: 60em; white-space: pre-wrap; color: var(--soft); font-size: 12.5px; overflow-wrap: anywhere; }
.holds { color: var(--accent); font-weight: 600; }
.fails { color: var(--error); font-weight: 600; }
@media screen and (max-width: 559px) {
  .plot .chart { padding-left: 50px; padding-right: 8px; }
}
`
