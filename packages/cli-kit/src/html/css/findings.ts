/** Findings: a rule at the left and a word name the level. */
export const findings = `
.finding { padding-left: 20px; border-left: 2px solid var(--rule); }
.finding.error { border-color: var(--error); color: inherit; }
.finding.warn { border-color: var(--warn); color: inherit; }
.finding + .finding { margin-top: 32px; }
.finding-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 10px; color: var(--soft); font-size: 13px; }
.level { font-weight: 600; }
.finding.error .level { color: var(--error); }
.finding.warn .level { color: var(--warn); }
.finding h3 { margin-top: 2px; font-size: 15px; line-height: 1.45; font-weight: 600; overflow-wrap: anywhere; }
.finding pre { margin-top: 12px; padding: 10px 14px; background: var(--wash); border-radius: 4px; font-size: 13px; line-height: 1.45; overflow-x: auto; }
.gutter { color: var(--soft); user-select: none; }
.caret { color: var(--accent); font-weight: 600; }
.advice { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 16px; margin-top: 12px; font-size: 14px; }
.advice dt { color: var(--soft); }
.advice dd { overflow-wrap: anywhere; }
@media screen and (max-width: 719px) {
  .advice { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .advice dt { font-size: 13px; }
  .advice dt:not(:first-child) { margin-top: 8px; }
}
`
