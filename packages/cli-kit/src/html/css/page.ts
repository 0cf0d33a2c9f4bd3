/** Type, space and the margin column. */
export const page = `
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums;
  overflow-wrap: break-word;
}
h1, h2, h3, p, ul, ol, dl, dd, figure, pre { margin: 0; padding: 0; }
ul, ol { list-style: none; }
b, strong { font-weight: 600; }
code, pre, .name { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: 0.9em; }
code, .name { unicode-bidi: isolate; }
.name, .place, .margin code { overflow-wrap: anywhere; }
.error { color: var(--error); }
.warn { color: var(--warn); }
.date { white-space: nowrap; }
.accent, .passed { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: 16px; top: -60px; padding: 8px 12px; background: var(--ink); color: var(--paper); }
.skip:focus { top: 12px; }

.page { max-width: 1200px; margin: 0 auto; padding: 0 40px; }
.masthead { padding: 72px 0 56px; }
.kind { color: var(--soft); font-size: 14px; }
h1 { font-size: 22px; line-height: 1.3; font-weight: 600; letter-spacing: -0.01em; overflow-wrap: anywhere; }
.headline {
  max-width: 22em;
  margin-top: 36px;
  color: var(--soft);
  font-size: clamp(26px, 3.6vw, 42px);
  line-height: 1.2;
  letter-spacing: -0.022em;
  text-wrap: balance;
}
.headline strong { color: var(--ink); font-weight: 600; white-space: nowrap; }
.headline .accent { color: var(--accent); }
.headline .error { color: var(--error); }
.aside { margin-top: 32px; padding-left: 20px; border-left: 2px solid currentColor; max-width: 48em; }
.aside h2 { font-size: 15px; font-weight: 600; }
.aside ul { margin-top: 6px; color: var(--ink); }
.aside li + li { margin-top: 4px; }
.facts { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 28px 40px; margin-top: 56px; }
.facts dt { color: var(--soft); font-size: 13px; }
.facts dd b { display: block; margin-top: 2px; font-size: 16px; }
.facts dd span { display: block; margin-top: 2px; color: var(--soft); font-size: 13px; line-height: 1.45; }

.section { display: grid; grid-template-columns: 196px minmax(0, 1fr); column-gap: 48px; padding: 48px 0 64px; border-top: 1px solid var(--rule); }
.margin h2 { font-size: 17px; line-height: 1.35; font-weight: 600; letter-spacing: -0.01em; }
.margin p { margin-top: 8px; color: var(--soft); font-size: 14px; line-height: 1.5; }
.content > * + * { margin-top: 40px; }
.content > .sources { margin-top: 16px; }
figcaption { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 24px; margin-bottom: 20px; color: var(--soft); font-size: 13px; }

details summary { width: fit-content; color: var(--accent); font-size: 14px; cursor: pointer; }
details summary:hover { text-decoration: underline; text-underline-offset: 3px; }
details > :not(summary) { margin-top: 20px; }

.provenance { padding: 40px 0 80px; border-top: 1px solid var(--rule); color: var(--soft); font-size: 13px; }
.provenance h2 { font-size: 13px; font-weight: 600; color: var(--ink); }
.provenance dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(180px, 1fr)); gap: 16px 32px; margin: 16px 0 24px; }
.provenance dd { color: var(--ink); overflow-wrap: anywhere; }
.provenance p { max-width: 60em; }

@media (max-width: 1040px) {
  .section { grid-template-columns: minmax(0, 1fr); row-gap: 28px; padding: 36px 0 48px; }
  .margin p { max-width: 44em; }
  .facts { grid-template-columns: repeat(2, minmax(0, 1fr)); }
}
@media screen and (max-width: 719px) {
  .page { padding: 0 20px; }
  .masthead { padding: 40px 0 40px; }
  .headline { margin-top: 24px; }
  .facts { grid-template-columns: minmax(0, 1fr); gap: 20px; margin-top: 36px; }
}
`
