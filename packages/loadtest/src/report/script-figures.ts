import type { RecorderSnapshot, ScriptSnapshot } from '../record/recorder-snapshot.js'
import { type ScenarioStatement, statementsOf } from '../record/statements-of.js'
import type { Scenario } from '../scenario/scenario.js'
import { latencyOf, sumOf } from './latency.js'
import type { ScriptFigures, StatementFigures } from './run-report.js'

export function statementFigures(
  scenario: Scenario,
  snapshots: readonly RecorderSnapshot[],
): readonly StatementFigures[] {
  return statementsOf(scenario).map(({ script, step }, index) => {
    const parts = snapshots.flatMap(({ statements }) => statements[index] ?? [])
    const failed = sum(parts, (part) => part.failed)
    const service = latencyOf(sumOf(parts.map((part) => part.service)))
    return {
      script: scenario.scripts[script]?.id ?? '',
      id: step.id,
      sql: step.sql,
      executed: service.count + failed,
      failed,
      rows: sum(parts, (part) => part.rows),
      service,
    }
  })
}

/** All scripts together, and each. */
export function scriptFigures(
  scenario: Scenario,
  snapshots: readonly RecorderSnapshot[],
  seconds: number,
): { readonly total: ScriptFigures; readonly scripts: readonly ScriptFigures[] } {
  const statements = statementsOf(scenario)
  const open = scenario.load.model === 'open'
  const scripts = scenario.scripts.map(({ id }, index) => {
    const parts = snapshots.flatMap((snapshot) => snapshot.scripts[index] ?? [])
    return { id, parts, rows: rowsOf(index, statements, snapshots) }
  })
  const all = {
    id: 'total',
    parts: scripts.flatMap(({ parts }) => parts),
    rows: scripts.reduce((rows, script) => rows + script.rows, 0),
  }
  return {
    total: figuresOf(all, open, seconds),
    scripts: scripts.map((script) => figuresOf(script, open, seconds)),
  }
}

interface ScriptParts {
  readonly id: string
  readonly parts: readonly ScriptSnapshot[]
  readonly rows: number
}

function figuresOf(
  { id, parts, rows }: ScriptParts,
  open: boolean,
  seconds: number,
): ScriptFigures {
  const response = latencyOf(sumOf(parts.map((part) => part.response)))
  const failure = latencyOf(sumOf(parts.map((part) => part.failure)))
  return {
    id,
    ...(open && { due: sum(parts, (part) => part.due) }),
    succeeded: response.count,
    failed: failure.count,
    retries: sum(parts, (part) => part.retries),
    perSecond: seconds > 0 ? response.count / seconds : 0,
    rows,
    bytesReceived: sum(parts, (part) => part.bytesReceived),
    bytesSent: sum(parts, (part) => part.bytesSent),
    response,
    service: latencyOf(sumOf(parts.map((part) => part.service))),
    failure,
  }
}

function rowsOf(
  script: number,
  statements: readonly ScenarioStatement[],
  snapshots: readonly RecorderSnapshot[],
): number {
  return sum(snapshots, (snapshot) =>
    sum(snapshot.statements, ({ rows }, index) =>
      statements[index]?.script === script ? rows : 0,
    ),
  )
}

function sum<T>(items: readonly T[], figure: (item: T, index: number) => number): number {
  return items.reduce((total, item, index) => total + figure(item, index), 0)
}
