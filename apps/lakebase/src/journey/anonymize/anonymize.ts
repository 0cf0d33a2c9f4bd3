import type { EstimateReport } from 'cli-estimate/parts'
import type { JourneyReport } from '../journey-report.js'
import { hideConversion } from './hide-conversion.js'
import { hideFinding, hidePartFinding } from './hide-finding.js'
import { hiding, placeholders } from './names.js'

/**
 * The report without names and texts of the user's: figures, formulas and sources stay. Tables are
 * `table_1`, and so on; SQL, YAML and what a message quotes are left out.
 */
export function anonymize(report: JourneyReport): JourneyReport {
  const names = placeholders(report)
  const hide = hiding(names)
  const { bundle, conversion } = report
  return {
    ...report,
    name: 'workload',
    config: hide(report.config),
    anonymized: true,
    steps: report.steps.map((step) => ({ ...step, detail: hide(step.detail) })),
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
  }
}

function hideEstimate(estimate: EstimateReport, hide: (text: string) => string): EstimateReport {
  const { findings, name: _, ...figures } = estimate
  const hidden: Omit<EstimateReport, 'findings' | 'name'> = JSON.parse(
    JSON.stringify(figures),
    (_key, value) => (typeof value === 'string' ? hide(value) : value),
  )
  return { ...hidden, name: 'workload', findings: findings.map(hideFinding) }
}
