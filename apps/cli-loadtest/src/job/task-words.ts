import type { JobPlan } from './job-plan.js'

const FOLDER = '{{job.parameters.results}}/{{job.run_id}}'
const PACKAGE = '--package={{job.parameters.package}}'

/**
 * The words of one shard, as `run_node.py` hands them on.
 *
 * @param index Of the shard, or the reference that the job puts it in for
 */
export function shardWords({ scenario, shards }: JobPlan, index: string): readonly string[] {
  return [
    PACKAGE,
    'run',
    `--config=${scenario}`,
    '--lakebase={{job.parameters.lakebase}}',
    '--database={{job.parameters.database}}',
    `--shard=${index}/${shards}`,
    '--start-at={{job.start_time.iso_datetime}}',
    '--start-delay={{job.parameters.start_delay}}',
    `--output=${FOLDER}/shard-${index}.json`,
  ]
}

/** The words of the merge behind them. */
export function mergeWords({ shards }: JobPlan): readonly string[] {
  return [
    PACKAGE,
    'merge',
    FOLDER,
    `--expect=${shards}`,
    `--output=${FOLDER}/report.html`,
    `--output=${FOLDER}/report.json`,
  ]
}
