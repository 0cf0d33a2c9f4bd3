import { argvReader, CliError, counted, type Io } from '@lakebase/cli-kit'
import {
  type ConversionReport,
  convertOptions,
  makeConversion,
  writePlanned,
} from 'cli-convert/parts'
import type { PartFinding } from '../../findings/part-finding.js'
import type { JourneyInput } from '../journey-input.js'
import type { JourneyStep } from '../journey-report.js'

export interface ConvertOutcome {
  readonly step: JourneyStep
  readonly findings: readonly PartFinding[]
  readonly conversion?: ConversionReport
}

/** The queries, converted and proven: by grammar and census, and by the plans of a real Postgres. */
export async function convertStep(input: JourneyInput, io: Io): Promise<ConvertOutcome> {
  if (input.queries === undefined) {
    const detail = 'no folder of queries was named or found'
    const step = {
      id: 'convert',
      title: 'Queries',
      status: 'skipped',
      answer: 'none',
      detail,
    } as const
    return { step, findings: [] }
  }
  if (!input.explain) return outcomeOf(await convert(input, 'grammar', io))
  try {
    return outcomeOf(await convert(input, 'explain', io))
  } catch (error) {
    // Without a server of its own the machine can still check all but the plans, and says so.
    if (!(error instanceof CliError) || error.code !== 5) throw error
    const why = (error.findings[0]?.message ?? error.message).split('\n')[0]
    return outcomeOf(await convert(input, 'grammar', io), why)
  }
}

async function convert(
  { queries = '.', converted, schemas, write }: JourneyInput,
  verify: 'explain' | 'grammar',
  io: Io,
): Promise<ConversionReport> {
  const words = [
    ...['--source-dir', queries, '--verify', verify, '--llm', 'never', '--quiet', '--check'],
    ...(converted === undefined ? [] : ['--target-dir', converted]),
    ...schemas.flatMap((file) => ['--schema', file]),
  ]
  const { report, writes } = await makeConversion(convertOptions(argvReader(words)), [], io)
  if (write) writePlanned(writes, io.cwd)
  return report
}

function outcomeOf(conversion: ConversionReport, notPlanned?: string): ConvertOutcome {
  const { summary, findings } = conversion
  const { statements, notConverted } = summary
  return {
    step: {
      id: 'convert',
      title: 'Queries',
      status: notConverted === 0 ? 'done' : 'attention',
      answer: `${statements - notConverted} of ${counted(statements, 'statement')} done`,
      detail: [...became(conversion), ...proof(conversion, notPlanned)].join(', '),
    },
    findings: findings.map(({ offset: _, ...finding }) => ({ ...finding, part: 'queries' })),
    conversion,
  }
}

function became({ summary: { byStatus, notConverted } }: ConversionReport): readonly string[] {
  const { converted, already_postgres: same, not_applicable: none } = byStatus
  return [
    ...(converted > 0 ? [`${converted} converted`] : []),
    ...(same > 0 ? [`${same} left as they are`] : []),
    ...(none > 0 ? [`${none} not needed in Postgres`] : []),
    ...(notConverted > 0 ? [`${notConverted} not converted`] : []),
  ]
}

/** What the conversions were held against. */
function proof({ checks }: ConversionReport, notPlanned: string | undefined): readonly string[] {
  if (checks === undefined) return []
  const { passed, failed } = checks.explain
  if (notPlanned !== undefined) return [`checked by grammar and census; not planned: ${notPlanned}`]
  if (passed + failed === 0) return ['checked by grammar and census']
  return [`${passed} planned by a PostgreSQL 17 started here`]
}
