/** Source and result side by side; below each other where there is no room. */
export const statement = `
#statements { grid-template-columns: minmax(0, 1fr); row-gap: 28px; }
.notes .place { color: var(--soft); font-size: 12.5px; white-space: nowrap; }
.file { border-top: 1px solid var(--rule); padding: 20px 0; }
.file:first-child { border-top: 0; padding-top: 0; }
.file > summary { width: auto; color: var(--ink); font-size: 15px; font-weight: 600; overflow-wrap: anywhere; }
.file > summary .count { color: var(--soft); font-size: 13px; font-weight: 400; }
.statement { scroll-margin-top: 16px; }
.statement + .statement { margin-top: 36px; }
.statement h3 { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 12px; font-size: 14px; font-weight: 600; }
.statement h3 .place { color: var(--soft); font-weight: 400; font-size: 13px; }
.status { font-size: 13px; font-weight: 600; color: var(--accent); }
.status.left { color: var(--error); }
.status.approximate { color: var(--warn); }
.status.plain { color: var(--soft); }
.sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 16px; margin-top: 10px; }
.side { display: flex; flex-direction: column; }
.side h4 { margin: 0 0 4px; color: var(--soft); font-size: 12.5px; font-weight: 400; }
.side pre { flex: 1; padding: 10px 14px; background: var(--wash); border-radius: 4px; font-size: 12.5px; line-height: 1.5; white-space: pre-wrap; overflow-wrap: anywhere; }
.side p { padding: 10px 0; color: var(--soft); font-size: 13.5px; }
.mark { color: inherit; text-decoration: underline; text-decoration-thickness: 2px; text-decoration-skip-ink: none; text-underline-offset: 3px; text-decoration-color: var(--soft); }
.mark.error { text-decoration-style: wavy; text-decoration-thickness: 1.5px; text-decoration-color: var(--error); color: inherit; }
.mark.warn { text-decoration-color: var(--warn); color: inherit; }
.mark.note { text-decoration-style: dotted; }
.notes { margin-top: 10px; font-size: 13.5px; }
.notes li { display: grid; grid-template-columns: 108px minmax(0, 1fr); gap: 0 12px; padding: 4px 0; overflow-wrap: anywhere; scroll-margin-top: 16px; }
.notes li:target { background: var(--wash); }
.notes .level { font-weight: 600; color: var(--soft); }
.notes .error .level { color: var(--error); }
.notes .warn .level { color: var(--warn); }
.notes .error, .notes .warn { color: inherit; }
.notes .hint { display: block; color: var(--soft); }
.findings a, .table-box a, .needs a { color: var(--accent); }
.needs { margin-top: 10px; color: var(--soft); font-size: 13.5px; overflow-wrap: anywhere; }
@media (max-width: 879px) {
  .sides { grid-template-columns: minmax(0, 1fr); }
  .notes li { grid-template-columns: minmax(0, 1fr); }
}
`
