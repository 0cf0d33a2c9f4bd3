/** Expressions that run within the page, where this project's types do not reach. */

/** Chart texts that reach out of the window or lie on one another. */
export const CHART_TEXT_FAULTS = `[...document.querySelectorAll('svg.chart')].flatMap((svg) => {
  const texts = [...svg.querySelectorAll('text')]
    .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0)
  const outside = texts.filter(({ box }) => box.left < 0 || box.right > innerWidth)
  const touching = texts.flatMap((a, index) => texts.slice(index + 1)
    .filter((b) => Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 0
      && Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 4)
    .map((b) => a.text + ' / ' + b.text))
  return [...outside.map(({ text }) => 'outside: ' + text), ...touching]
})`

/** What axe-core objects to, as \`rule: selector\`; axe is put into the page before. */
export const AXE_VIOLATIONS = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))`
