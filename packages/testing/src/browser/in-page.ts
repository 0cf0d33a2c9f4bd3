/** Expressions that run within the page, where this project's types do not reach. */

/** `[scroll width, client width]` of the page. */
export const PAGE_WIDTHS =
  '[document.documentElement.scrollWidth, document.documentElement.clientWidth]'

/** Texts whose contrast with what lies behind them is under WCAG AA (4.5). */
export const LOW_CONTRAST = `(() => {
  const channels = (color) => color.match(/[\\d.]+/g).map(Number)
  const luminance = (color) => {
    const [r, g, b] = channels(color).slice(0, 3).map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor
      if ((channels(color)[3] ?? 1) > 0) return color
    }
    return 'rgb(255, 255, 255)'
  }
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')
  return [...document.body.querySelectorAll('*')]
    .filter((element) => hasText(element) && element.getClientRects().length > 0 && !element.closest('title, desc, script'))
    .flatMap((element) => {
      const style = getComputedStyle(element)
      const text = element.closest('svg') ? style.fill : style.color
      const [light, dark] = [luminance(text), luminance(behind(element))].sort((a, b) => b - a)
      const ratio = (light + 0.05) / (dark + 0.05)
      return ratio < 4.5 ? [element.textContent.trim().slice(0, 40) + ' ' + ratio.toFixed(2)] : []
    })
})()`

/** Whether each folded part shows what it holds. */
export const FOLDED_HEIGHTS = `[...document.querySelectorAll('details > :not(summary)')].map(
  (part) => part.checkVisibility() ? part.getBoundingClientRect().height : 0)`

/** What has the focus: its element name, and whether its details are open. */
export const FOCUS = `[document.activeElement.localName, document.activeElement.parentElement?.open === true]`
