/** A number format such as `$99G999D99S`, taken apart. */
export interface NumberPicture {
  /** Digits before the point, with their commas: `9`, `0` and `,`. */
  readonly whole: string
  readonly fraction: number
  readonly currency: boolean
  readonly sign: 'MI after' | 'MI before' | 'PR' | 'S after' | 'S before' | undefined
}

const SHAPE = /^(MI|S)?(\$)?([09,G]*)(?:[.D]([09]+))?(PR|MI|S)?$/

/** Undefined for a format that Spark does not know, and for digits such as 909, where it has rules of its own. */
export function readNumberPicture(format: string): NumberPicture | undefined {
  const found = SHAPE.exec(format.toUpperCase())
  if (found === null) return undefined
  const [, before, currency, digits = '', fraction = '', after] = found
  const whole = digits.replaceAll('G', ',')
  if (before !== undefined && after !== undefined) return undefined
  if (!/^(?:9*0*|0[09]*)$/.test(whole.replaceAll(',', '')) || whole + fraction === '') {
    return undefined
  }
  return {
    whole,
    fraction: fraction.length,
    currency: currency !== undefined,
    sign: signOf(before, after),
  }
}

function signOf(before: string | undefined, after: string | undefined): NumberPicture['sign'] {
  if (before === 'S') return 'S before'
  if (before === 'MI') return 'MI before'
  if (after === 'S') return 'S after'
  if (after === 'MI') return 'MI after'
  return after === 'PR' ? 'PR' : undefined
}

export function digitsOf({ whole }: NumberPicture): number {
  return whole.replaceAll(',', '').length
}
