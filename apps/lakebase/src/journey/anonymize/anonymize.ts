import type { EstimateReport } from 'cli-estimate/parts'
import type { JourneyReport } from '../journey-report.js'
import { hideConversion } from './hide-conversion.js'
import { hideFinding, hidePartFinding } from './hide-finding.js'
import { hideLoadTest } from './hide-load-test.js'
import { type Hiding, hiding, placeholders } from './names.js'

/**
 * The report without names and texts of the user's: figures, formulas and sources stay. Tables are
 * `table_1`, and so on; SQL, YAML and what a message quotes are left out.
 */
export function anonymize(report: JourneyReport): JourneyReport {
  const names = placeholders(report)
  const hide = hiding(names)
  const { bundle, conversion, loadTest } = report
  return {
    ...report,
    name: 'workload',
    config: hide.name(report.config),
    anonymized: true,
    steps: report.steps.map((step) => ({ ...step, detail: hide.prose(step.detail) })),
    findings: report.findings.map((finding) => hidePartFinding(finding, names)),
    estimate: hideEstimate(report.estimate, hide),
    ...(bundle && {
      bundle: {
        ...bundle,
        ...(bundle.folder !== undefined && { folder: 'bundle' }),
        files: bundle.files.map(({ path, status }) => ({ path, status })),
      },
    }),
    ...(conversion && { conversion: hideConversion(conversion, names) }),
    ...(loadTest && { loadTest: hideLoadTest(loadTest, names) }),
  }
}

/** Keys whose texts are names, or lists of them. Of other keys a word may be one of ours: `binding: memory`. */
const NAMES = /^(?:name|id|config|with|\d+)$/

function hideEstimate(estimate: EstimateReport, hide: Hiding): EstimateReport {
  const { findings, name: _, ...figures } = estimate
  const hidden: Omit<EstimateReport, 'findings' | 'name'> = JSON.parse(
    JSON.stringify(figures),
    (key, value) =>
      typeof value === 'string' ? (NAMES.test(key) ? hide.name(value) : hide.prose(value)) : value,
  )
  return { ...hidden, name: 'workload', findings: findings.map(hideFinding) }
}
