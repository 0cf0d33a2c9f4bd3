import type { Finding, SyncPipeline, YamlPath, YamlSource } from '@lakebase/config'
import type { PricingIssue } from '@lakebase/pricing'
import type { SizingIssue } from '@lakebase/sizer'

const SUBJECT_PATHS: Readonly<Record<string, YamlPath>> = {
  rate: ['database_instance'],
  memory: ['database_instance', 'hot_set_gb'],
  connections: ['database_instance', 'connections'],
  minCu: ['compute', 'min_cu'],
  maxCu: ['compute', 'max_cu'],
}

/** Gives the sizer's issues their place in the file. */
export function sizingFindings(
  issues: readonly SizingIssue[],
  pipelines: readonly SyncPipeline[],
  source: YamlSource,
): readonly Finding[] {
  return issues.map(({ subject, ...issue }) => ({
    ...issue,
    ...source.locate(SUBJECT_PATHS[subject] ?? pipelinePath(subject, pipelines)),
  }))
}

/** Gives pricing's issues their place, where they are about something in the file. */
export function pricingFindings(
  issues: readonly PricingIssue[],
  pipelines: readonly SyncPipeline[],
  source: YamlSource,
): readonly Finding[] {
  return issues.map(({ line, ...issue }) => {
    const name = /^sync\.(.+)$/.exec(line ?? '')?.[1]
    return name === undefined
      ? issue
      : { ...issue, ...source.locate(pipelinePath(name, pipelines)) }
  })
}

function pipelinePath(name: string, pipelines: readonly SyncPipeline[]): YamlPath {
  const table = pipelines.find((pipeline) => pipeline.name === name)?.tables[0]
  return table?.at ?? ['delta_synchronization']
}
