import { type Html, html, percentOf, type Scale, shortened } from '@lakebase/cli-kit'

/** Characters that stand beside a value on a phone. */
const NARROW_LABEL = 36
const WIDE_LABEL = 80
/** With more steps, or longer names, a phone shows every second tick from the last one back. */
const MOST_STEPS = 4
const LONG_TICK = 7

/** The text over a bar: what it is at the left, how much at the right. */
export function barLabel(label: string, value: string, y: number): Html {
  return html`${labelText(label, y)}<text class="value" x="100%" y="${y}">${value}</text>`
}

/** Vertical hairlines with their values under them. `top` and `bottom` bound the bars. */
export function gridLines(
  scale: Scale,
  write: (tick: number) => string,
  top: number,
  bottom: number,
): Html {
  const last = scale.ticks.length - 1
  const step = write(scale.max).length > LONG_TICK || last > MOST_STEPS ? 2 : 1
  const lines = scale.ticks.map((tick, index) => {
    const x = percentOf(tick, scale.max)
    const anchor = index === 0 ? 'start' : index === last ? 'end' : 'middle'
    return html`<line class="grid" x1="${x}" x2="${x}" y1="${top}" y2="${bottom}"/><text class="tick${index === 0 || (last - index) % step === 0 ? '' : ' wide'}" text-anchor="${anchor}" x="${x}" y="${bottom + 16}">${write(tick)}</text>`
  })
  return html`${lines}`
}

function labelText(label: string, y: number): Html {
  const wide = shortened(label, WIDE_LABEL)
  const narrow = shortened(label, NARROW_LABEL)
  if (wide === narrow) return html`<text class="label" x="0" y="${y}">${wide}</text>`
  return html`<text class="label wide" x="0" y="${y}">${wide}</text><text class="label narrow" x="0" y="${y}">${narrow}</text>`
}
