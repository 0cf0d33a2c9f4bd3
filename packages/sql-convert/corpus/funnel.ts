/** How far statements came. */
export interface Funnel {
  all: number
  converted: number
  /** By PostgreSQL 17's own grammar. */
  parsed: number
  /** The census misses a clause in the result. */
  lost: number
  executed: number
  equal: number
  /** Other rows, and a diagnostic of the statement says that this may be. */
  wrongAndSaid: number
  wrong: number
  /** Of those that failed: something they need could not be set up. */
  withoutSetup: number
}

export function emptyFunnel(): Funnel {
  return {
    all: 0,
    converted: 0,
    parsed: 0,
    lost: 0,
    executed: 0,
    equal: 0,
    wrongAndSaid: 0,
    wrong: 0,
    withoutSetup: 0,
  }
}

export function addFunnels(funnels: readonly Funnel[]): Funnel {
  const sum = emptyFunnel()
  for (const one of funnels) {
    sum.all += one.all
    sum.converted += one.converted
    sum.parsed += one.parsed
    sum.lost += one.lost
    sum.executed += one.executed
    sum.equal += one.equal
    sum.wrongAndSaid += one.wrongAndSaid
    sum.wrong += one.wrong
    sum.withoutSetup += one.withoutSetup
  }
  return sum
}

export function funnelLine(name: string, funnel: Funnel): string {
  const { all, converted, parsed, lost, executed, equal, wrong, wrongAndSaid, withoutSetup } =
    funnel
  const failing = converted - executed
  return [
    name.padEnd(30),
    `${all} statements`.padStart(16),
    `converted ${percent(converted, all)}`,
    `parsed ${percent(parsed, all)}`,
    `executed ${percent(executed, all)}`,
    `equal ${percent(equal, all)}`,
    `wrong ${wrong} (${percent(wrong, executed)} of executed), said ${wrongAndSaid}`,
    `clauses lost in ${lost}`,
    `failing ${failing} (${percent(failing, all)}), ${withoutSetup} for want of set-up`,
  ].join('  ')
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} %`
}
