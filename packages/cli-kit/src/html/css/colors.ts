/** Two palettes with the same names. Text and marks meet WCAG AA on `--paper` in both. */
export const colors = `
:root {
  color-scheme: light dark;
  --paper: #ffffff;
  --ink: #16191d;
  --soft: #586069;
  --rule: #e2e5e9;
  --wash: #f5f6f8;
  --band: #eef0f3;
  --accent: #0b6770;
  --accent-wash: #d9ebec;
  --bar-list: #c3cad1;
  --bar-other: #8b959f;
  --error: #b3261e;
  --warn: #865400;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #111417;
    --ink: #e8eaed;
    --soft: #9ca5ae;
    --rule: #2a2f35;
    --wash: #1a1e22;
    --band: #1d2227;
  --accent: #5cc0c4;
    --accent-wash: #16393c;
    --bar-list: #434b54;
    --bar-other: #79838d;
    --error: #ff9186;
    --warn: #e5b45a;
  }
}
`
