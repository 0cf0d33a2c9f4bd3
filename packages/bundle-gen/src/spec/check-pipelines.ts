import type { Finding } from '../finding.js'
import { quartzCron } from '../schedule/quartz-cron.js'
import type { BundleSpec } from './bundle-spec.js'
import { isLiteral, unless } from './check-names.js'

/** Pipelines: their schedules, and what sharing them saves. */
export function checkPipelines({ pipelines, database }: BundleSpec): readonly Finding[] {
  const tables = pipelines.reduce((sum, pipeline) => sum + pipeline.tables.length, 0)
  const shares = tables > pipelines.length
  return [
    ...pipelines.flatMap(({ name, policy, schedule, tables: members }): readonly Finding[] => {
      const cron = schedule && quartzCron(schedule)
      return [
        ...unless(isLiteral(name) && members.length > 0, {
          ruleId: 'BG020',
          level: 'error',
          message: `pipeline "${name}" has ${members.length === 0 ? 'no table' : 'signs in its name that a bundle would read as a reference'}`,
        }),
        ...(cron !== undefined && 'problem' in cron
          ? [
              {
                ruleId: 'BG021',
                level: 'error',
                message: `pipeline "${name}": ${cron.problem}`,
                hint: 'give a schedule such as PT15M, PT1H, "0 3 * * *" or a Quartz line',
              } as const,
            ]
          : []),
        ...unless(policy !== 'CONTINUOUS' || schedule === undefined, {
          ruleId: 'BG021',
          level: 'error',
          message: `pipeline "${name}" is CONTINUOUS and has a schedule`,
        }),
        ...unless(policy === 'CONTINUOUS' || schedule !== undefined, {
          ruleId: 'BG022',
          level: 'warn',
          message: `pipeline "${name}" is ${policy} and nothing starts it: no schedule is given`,
          hint: 'give its tables a schedule, or start it yourself',
        }),
      ]
    }),
    ...unless(!shares || database.product === 'provisioned-legacy', {
      ruleId: 'BG023',
      level: 'note',
      message: `${tables} tables share ${pipelines.length} pipeline${pipelines.length === 1 ? '' : 's'}`,
      why: `a pipeline is billed while it runs: one for each table would be ${tables} of them. A table that fails stops its pipeline for the others`,
      hint: 'delta_synchronization.tables_per_pipeline: 1 keeps them apart',
    }),
    ...unless(!shares || database.product === 'autoscaling', {
      ruleId: 'BG024',
      level: 'warn',
      message: `each of the ${tables} tables gets a pipeline of its own, ${pipelines.length} would do`,
      why: 'whether synced_database_tables can name the pipeline of another one in the same deployment is not known',
    }),
  ]
}
