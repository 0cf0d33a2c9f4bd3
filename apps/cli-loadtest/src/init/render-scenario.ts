import { GENERATOR } from '@lakebase/cli-kit'
import { stringify } from 'yaml'
import type { DraftParameter, DraftQuery, Known, ScenarioDraft } from './scenario-draft.js'

const SCHEMA =
  'https://raw.githubusercontent.com/lakebase-accelerator/lakebase-accelerator/main/packages/loadtest/scenario.schema.json'

/** A scenario file that says what is known, marks what was guessed, and shows what else there is. */
export function renderScenario(draft: ScenarioDraft): string {
  const { name, rate, connections, queries, shared } = draft
  const objectives = queries.some(({ expectedMs }) => expectedMs !== undefined)
  return [
    `# yaml-language-server: $schema=${SCHEMA}`,
    `# Written by ${GENERATOR} (lakebase-loadtest init). Lines marked "guessed" are where to look first.`,
    `name: ${scalar(name)}`,
    '# Two runs of one seed send the same values.',
    'seed: 1',
    '',
    '# Arrivals come by the clock, whether or not the database keeps up: what waits is seen.',
    'load:',
    `  rate: ${rate.value}/s${comment(rate)}`,
    '  # On a small machine begin lower: --rate 50/s.',
    '  warm_up: 10s',
    '  duration: 60s',
    '  # spikes: [{ at: 20s, duration: 5s, rate: 2000/s }]',
    '',
    '# Over which arrivals come: as many as the pools of the application have.',
    `connections: ${connections.value}${comment(connections)}`,
    '# A statement that takes longer is cancelled, and counts as failed.',
    'statement_timeout: 10s',
    '',
    ...(objectives
      ? [
          '# What must hold; more of them: p99: 50ms, throughput: 450/s. One that does not is exit code 1.',
        ]
      : ['# What must hold; the workload names nothing. One that does not is exit code 1.']),
    '# objectives: { p99: 50ms, errors: 0.1% }',
    '',
    ...(shared.length > 0 ? ['# Drawn alike by several queries.', 'parameters:'] : []),
    ...shared.map((one) => parameterLine(one, '  ')),
    ...(shared.length > 0 ? [''] : []),
    '# One arrival runs one of these, by weight. Values of a column are read from its table before the run.',
    'queries:',
    ...queries.flatMap(queryLines),
    '',
  ].join('\n')
}

function queryLines({ id, sql, weight, parameters, expectedMs }: DraftQuery): readonly string[] {
  return [
    `  ${scalar(id)}:`,
    ...('file' in sql ? [`    file: ${scalar(sql.file)}`] : sqlLines(sql.text)),
    ...(weight ? [`    weight: ${weight.value}${comment(weight)}`] : []),
    ...(expectedMs === undefined
      ? []
      : [`    objectives: { mean: ${expectedMs}ms } # expected_ms of the workload`]),
    ...(parameters.length > 0 ? ['    parameters:'] : []),
    ...parameters.map((one) => parameterLine(one, '      ')),
  ]
}

function sqlLines(text: string): readonly string[] {
  const lines = text.trim().split('\n')
  if (lines.length === 1) return [`    sql: ${scalar(text.trim())}`]
  return ['    sql: |', ...lines.map((line) => (line.trim() === '' ? '' : `      ${line}`))]
}

function parameterLine({ name, generator, ...known }: DraftParameter, indent: string): string {
  const written = stringify(generator, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd()
  return `${indent}${scalar(name)}: ${written}${comment(known)}`
}

function comment({ because, isGuess }: Omit<Known, 'value'>): string {
  return ` # ${isGuess ? 'guessed: ' : ''}${because}`
}

function scalar(value: string): string {
  return stringify(value, { lineWidth: 0 }).trimEnd()
}
