/** The steps at the head of the page, and the files of the bundle. */
export const journey = `
.steps { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1px; margin-top: 56px; border: 1px solid var(--rule); border-radius: 6px; overflow: hidden; counter-reset: step; }
.steps li { display: flex; box-shadow: 0 0 0 1px var(--rule); counter-increment: step; }
.steps.in-fours { grid-template-columns: repeat(4, minmax(0, 1fr)); }
.steps a { flex: 1; padding: 18px 20px 20px; color: inherit; text-decoration: none; }
.steps a:hover { background: var(--wash); }
.steps a:focus-visible { outline-offset: -3px; }
.steps .step-title { display: flex; align-items: baseline; gap: 8px; color: var(--soft); font-size: 13px; }
.steps .step-title::before { content: counter(step); color: var(--accent); font-weight: 600; }
.steps b { display: block; margin-top: 4px; font-size: 17px; line-height: 1.35; letter-spacing: -0.01em; overflow-wrap: anywhere; }
.steps .detail { display: block; margin-top: 4px; color: var(--soft); font-size: 13px; line-height: 1.45; overflow-wrap: anywhere; }
.steps .flag { margin-left: auto; color: var(--warn); font-weight: 600; }
.steps .skipped b { color: var(--soft); font-weight: 400; }
.origin div { display: grid; grid-template-columns: 120px minmax(0, 1fr); gap: 2px 24px; padding: 10px 0; border-top: 1px solid var(--rule); }
.origin dt { color: var(--soft); font-size: 13px; line-height: 1.7; }
.origin dd { overflow-wrap: anywhere; }
.finding-group + .finding-group { margin-top: 40px; }
.group-title { margin-bottom: 16px; color: var(--soft); font-size: 13px; font-weight: 400; }
.bundle-file { border-top: 1px solid var(--rule); padding: 12px 0; }
.bundle-file > summary { width: auto; color: var(--ink); font-size: 14px; }
.bundle-file .state { color: var(--soft); font-size: 13px; }
.bundle-file pre { margin-top: 12px; padding: 12px 16px; background: var(--wash); border-radius: 4px; font-size: 12.5px; line-height: 1.5; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 1040px) { .steps, .steps.in-fours { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
@media screen and (max-width: 719px) {
  .steps, .steps.in-fours { grid-template-columns: minmax(0, 1fr); margin-top: 36px; }
  .steps a { padding: 14px 16px; }
  .origin div { grid-template-columns: minmax(0, 1fr); }
}
@media print {
  .steps { grid-template-columns: repeat(3, minmax(0, 1fr)); margin-top: 24pt; break-inside: avoid; }
  .steps a { padding: 8pt 10pt; }
  .steps b { font-size: 11pt; }
  .steps .detail, .steps .step-title { font-size: 8.5pt; }
  .bundle-file > summary { display: block; }
  .bundle-file pre { font-size: 8pt; }
}
`
