import { type Exit, GENERATOR, type Io } from '@lakebase/cli-kit'
import type { Advice } from '@lakebase/loadtest/advise'
import type { AdviseOptions } from '../commands/advise-command.js'
import { toolVersion } from '../version.js'
import type { AdviceReport } from './advice-report.js'

/** The document around advice: who made it, what of it was applied, and how the command ends. */
export function makeAdviceReport(
  advice: Advice,
  applied: readonly string[],
  source: string,
  target: string,
  { check }: AdviseOptions,
  io: Io,
): AdviceReport {
  const exit = adviceExit(advice, applied, check)
  return {
    ok: exit.code === 0,
    schemaVersion: 1,
    kind: 'advice',
    generator: GENERATOR,
    version: toolVersion(),
    generatedAt: io.now().toISOString(),
    source,
    target,
    advice,
    applied,
    exit,
  }
}

/** 1 for what is wrong with the database now; an index that would help is a gate only where it is asked for. */
export function adviceExit(
  { proposals, findings }: Pick<Advice, 'proposals' | 'findings'>,
  applied: readonly string[],
  check: boolean,
): Exit {
  const open = proposals.filter(({ name }) => !applied.includes(name)).length
  const wrong = [
    ...new Set(findings.filter(({ level }) => level === 'error').map(({ ruleId }) => ruleId)),
  ]
  const reasons = [
    ...(check && open > 0 ? [`${open} ${open === 1 ? 'index is' : 'indexes are'} missing`] : []),
    ...(wrong.length > 0 ? [`${wrong.join(', ')} at error level`] : []),
  ]
  return reasons.length > 0 ? { code: 1, reason: reasons.join('; ') } : { code: 0, reason: 'ok' }
}
