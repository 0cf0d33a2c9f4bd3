/** Proposals, and plans as trees beside each other. */
export const plan = `
.proposal pre, .query pre { padding: 10px 14px; background: var(--wash); border-radius: 4px; font-size: 13px; line-height: 1.45; white-space: pre-wrap; overflow-wrap: anywhere; }
.proposal > * + *, .query > * + * { margin-top: 12px; }
.query h3 { font-size: 15px; font-weight: 600; }
.plans { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr)); gap: 24px 40px; }
.plan h3 { font-size: 13px; font-weight: 600; }
.plan ul { margin-left: 4px; padding-left: 14px; border-left: 1px solid var(--rule); font-size: 13px; line-height: 1.5; }
.plan .tree { margin: 8px 0 0; padding: 0; border: 0; }
.plan li { margin-top: 6px; overflow-wrap: anywhere; }
.plan .cost { color: var(--soft); }
`
