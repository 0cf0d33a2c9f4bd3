/** Marks and text of the charts. Text keeps its size; only bars stretch. */
export const chart = `
figure { container-type: inline-size; }
.chart { display: block; overflow: visible; }
.chart text { fill: var(--ink); font-size: 13px; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
.chart .value { text-anchor: end; font-weight: 600; }
.chart .value[text-anchor="middle"] { text-anchor: middle; font-weight: 400; font-size: 12px; }
.chart .value[text-anchor="start"] { text-anchor: start; font-weight: 400; font-size: 12px; }
.chart .tick { fill: var(--soft); font-size: 11.5px; }
.chart .mark-label { font-size: 12px; font-weight: 600; }
.bar { fill: var(--accent); }
.bar-list { fill: var(--bar-list); }
.bar-other { fill: var(--bar-other); }
.bar-track { fill: var(--band); }
.band { fill: var(--band); }
.area { fill: var(--accent-wash); }
.steps { fill: none; stroke: var(--accent); stroke-width: 2; }
.grid { stroke: var(--rule); stroke-width: 1; }
.axis { stroke: var(--ink); stroke-width: 1; }
.whisker line { stroke: var(--ink); stroke-width: 1; }
.mark { stroke: var(--ink); stroke-width: 1; stroke-width: 1.5; stroke-dasharray: 3 2; }
.size { stroke: var(--ink); stroke-width: 2; }
.mark-halo { stroke: var(--paper); stroke-width: 6; }
.unknown { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 1 5; }
.size-bar { display: block; min-width: 80px; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 20px; }
.legend li { display: flex; align-items: center; gap: 8px; }
.legend svg { flex: none; }
.wide { display: none; }
@container (min-width: 620px) {
  .wide { display: inline; }
  .narrow { display: none; }
}
`
