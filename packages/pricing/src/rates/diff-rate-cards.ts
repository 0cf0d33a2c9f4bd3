import type { DatedRange, RateCard } from './rate-card.js'

/** One value in which two rate cards differ. */
export type RateChange =
  | {
      readonly path: string
      readonly change: 'changed'
      readonly before: Rate
      readonly after: Rate
    }
  | { readonly path: string; readonly change: 'added'; readonly after: Rate }
  | { readonly path: string; readonly change: 'removed'; readonly before: Rate }

type Rate = number | string

/**
 * What changed from one card to another: rates, and percentages and dates of discounts. Sources
 * are not compared.
 *
 * @example
 * ```ts
 * diffRateCards(before, after)
 * // [{ path: 'regions.aws.us-east-1.PREMIUM.databaseDbu', change: 'changed', before: 0.4, after: 0.42 }]
 * ```
 */
export function diffRateCards(before: RateCard, after: RateCard): readonly RateChange[] {
  const old = valuesOf(before)
  const fresh = valuesOf(after)
  return [...new Set([...old.keys(), ...fresh.keys()])].sort().flatMap((path): RateChange[] => {
    const was = old.get(path)
    const is = fresh.get(path)
    if (was === is) return []
    if (was === undefined) return is === undefined ? [] : [{ path, change: 'added', after: is }]
    if (is === undefined) return [{ path, change: 'removed', before: was }]
    return [{ path, change: 'changed', before: was, after: is }]
  })
}

function valuesOf(card: RateCard): ReadonlyMap<string, Rate> {
  return new Map([
    ...card.regions.flatMap(({ cloud, region, tier, ...prices }) =>
      rates(`regions.${cloud}.${region}.${tier}`, prices),
    ),
    ...card.computeDbuPerCuHour.map(({ cloud, tier, value }): [string, Rate] => [
      `computeDbuPerCuHour.${cloud}.${tier}`,
      value,
    ]),
    ...rates('storageDsuPerGbMonth', card.storageDsuPerGbMonth),
    ...rates('pipelineDbuPerHour', card.pipelineDbuPerHour),
    ...leaves('provisionedDbuPerCuHour', { value: card.provisionedDbuPerCuHour?.value }),
    ...card.discounts.flatMap(({ id, percentage, appliesTo, from, until }) =>
      leaves(`discounts.${id}`, { percentage, appliesTo, from, until }),
    ),
  ])
}

type MaybeRange = Pick<DatedRange, 'value'> & Partial<Pick<DatedRange, 'low' | 'high'>>

function rates(
  path: string,
  named: Readonly<Record<string, MaybeRange | undefined>>,
): readonly [string, Rate][] {
  return Object.entries(named).flatMap(([name, rate]) =>
    rate ? leaves(`${path}.${name}`, { value: rate.value, low: rate.low, high: rate.high }) : [],
  )
}

function leaves(
  path: string,
  values: Readonly<Record<string, Rate | undefined>>,
): readonly [string, Rate][] {
  return Object.entries(values).flatMap(([name, value]): [string, Rate][] =>
    value === undefined ? [] : [[name === 'value' ? path : `${path}.${name}`, value]],
  )
}
