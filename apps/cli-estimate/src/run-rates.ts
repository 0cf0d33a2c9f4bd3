import { type Exit, formatTable, type Io, readInput, usageError, usdRate } from '@lakebase/cli-kit'
import {
  diffRateCards,
  latestRateCardFile,
  type RateCard,
  type RegionPrices,
} from '@lakebase/pricing'
import { loadRateCard } from './read/load-rate-card.js'
import type { RatesDiff } from './report/rates-diff.js'

export interface RatesOptions {
  readonly json: boolean
  readonly cloud: 'aws' | 'azure' | 'gcp' | undefined
  readonly region: string | undefined
}

/** `rates show [card]` and `rates diff A B`; `latest` is the card that we ship. */
export async function runRates(
  options: RatesOptions,
  [action, ...cards]: readonly string[],
  io: Io,
): Promise<Exit> {
  if (action === 'show' && cards.length <= 1) return show(cards[0], options, io)
  const [before, after] = cards
  if (action === 'diff' && before !== undefined && after !== undefined && cards.length === 2) {
    return diff(readCard(before, io), readCard(after, io), options, io)
  }
  throw usageError(
    `rates: unknown call "${[action, ...cards].join(' ')}"`,
    'rates show [card], or rates diff CARD CARD; a card is a file or "latest"',
  )
}

function readCard(name: string | undefined, io: Io): RateCard {
  return loadRateCard(name === 'latest' ? undefined : name, io.cwd)
}

function show(name: string | undefined, options: RatesOptions, io: Io): Exit {
  const card = readCard(name, io)
  if (options.json) {
    const own = name !== undefined && name !== 'latest'
    io.stdout(
      own ? readInput(name, io.cwd).text : `${JSON.stringify(latestRateCardFile, null, 2)}\n`,
    )
    return OK
  }
  const regions = card.regions.filter(
    ({ cloud, region }) =>
      (options.cloud ?? cloud) === cloud && (options.region ?? region) === region,
  )
  const rows = formatTable(
    [
      { title: 'cloud' },
      { title: 'region' },
      { title: 'tier' },
      { title: 'CU-hour', align: 'right' },
      { title: 'data GB-month', align: 'right' },
      { title: 'history', align: 'right' },
      { title: 'pipeline hour', align: 'right' },
    ],
    regions.map((prices) => [
      prices.cloud,
      prices.region,
      prices.tier,
      ...unitPrices(prices, card),
    ]),
  )
  const discounts = card.discounts.map(
    ({ label, percentage, until }) => `${label}: ${percentage} %${until ? ` until ${until}` : ''}`,
  )
  io.stdout(`Prices of ${card.id}, list, USD\n\n${rows.join('\n')}\n\n${discounts.join('\n')}\n`)
  return OK
}

const OK: Exit = { code: 0, reason: 'ok' }

/** What a unit costs at list; a dash where a rate is missing. */
function unitPrices(prices: RegionPrices, card: RateCard): readonly string[] {
  const perCuHour = card.computeDbuPerCuHour.find(
    ({ cloud, tier }) => cloud === prices.cloud && tier === prices.tier,
  )
  const { data, history } = card.storageDsuPerGbMonth
  const product = (a: number | undefined, b: number | undefined) =>
    a === undefined || b === undefined ? '-' : usdRate(a * b)
  return [
    product(perCuHour?.value, prices.databaseDbu?.value),
    product(data?.value, prices.storageDsu?.value),
    product(history?.value, prices.storageDsu?.value),
    product(card.pipelineDbuPerHour.scheduled?.value, prices.pipelineDbu?.value),
  ]
}

function diff(before: RateCard, after: RateCard, options: RatesOptions, io: Io): Exit {
  const changes = diffRateCards(before, after)
  if (options.json) {
    const ids = { before: before.id, after: after.id }
    const document: RatesDiff = { ok: true, schemaVersion: 1, ...ids, changes, exit: OK }
    io.stdout(`${JSON.stringify(document, null, 2)}\n`)
    return OK
  }
  const rows = formatTable(
    [{ title: 'rate' }, { title: before.id, align: 'right' }, { title: after.id, align: 'right' }],
    changes.map((change) => [
      change.path,
      'before' in change ? String(change.before) : '-',
      'after' in change ? String(change.after) : '-',
    ]),
  )
  io.stdout(changes.length === 0 ? 'no rate differs\n' : `${rows.join('\n')}\n`)
  return OK
}
