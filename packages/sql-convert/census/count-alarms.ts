import { PRESENT_TABLES } from '../corpus/database.js'
import type { CorpusFile, Step } from '../corpus/read-corpus.js'
import type { Converter } from '../src/convert/converter.js'
import { createConverter } from '../src/convert/create-converter.js'
import { verifyScript } from '../src/verify/verify-script.js'

export interface Alarms {
  readonly converted: number
  /** Those that PostgreSQL's grammar refuses, which have no census. */
  readonly unread: number
  readonly alarms: readonly {
    readonly id: string
    readonly sql: string
    readonly lost: readonly string[]
  }[]
}

/** The census of every statement that converts, those too that Spark itself rejects for their meaning. */
export async function countAlarms(files: readonly CorpusFile[]): Promise<Alarms> {
  const counts: Alarms[] = []
  for (const { steps, isolated } of files) {
    let converter = setUp()
    for (const step of steps) {
      if (isolated) converter = setUp()
      counts.push(await countIn(converter, step))
    }
  }
  return {
    converted: counts.reduce((sum, one) => sum + one.converted, 0),
    unread: counts.reduce((sum, one) => sum + one.unread, 0),
    alarms: counts.flatMap(({ alarms }) => alarms),
  }
}

function setUp(): Converter {
  const converter = createConverter()
  converter.convert(PRESENT_TABLES)
  return converter
}

async function countIn(converter: Converter, { id, sql }: Step): Promise<Alarms> {
  const result = converter.convert(sql)
  const verifications = await verifyScript(sql, result)
  const checked = verifications.filter(
    (_, place) => result.statements[place]?.status === 'converted',
  )
  return {
    converted: checked.length,
    unread: checked.filter(({ grammar }) => grammar.outcome === 'failed').length,
    alarms: checked.flatMap(({ census }) => {
      if (census.outcome !== 'failed') return []
      const lost = census.reasons.map(({ message }) => message)
      return [{ id, sql: sql.replaceAll(/\s+/g, ' '), lost }]
    }),
  }
}
