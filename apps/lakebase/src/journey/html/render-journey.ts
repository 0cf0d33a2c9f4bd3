import { html, reportPage } from '@lakebase/cli-kit'
import { conversionSections } from 'cli-convert/parts'
import { estimateSections } from 'cli-estimate/parts'
import type { JourneyReport } from '../journey-report.js'
import { bundleSection } from './bundle-section.js'
import { stylesheet } from './css/stylesheet.js'
import { findingsSection } from './findings-section.js'
import { header } from './header.js'
import { loadSections } from './load/load-sections.js'
import { provenance } from './provenance.js'

/** A journey as one HTML page that needs nothing else: no script, no font, no network. */
export function renderJourney(report: JourneyReport): string {
  const { conversion } = report
  return reportPage({
    title: `${report.name}: Lakebase report`,
    generator: report.generator,
    stylesheet,
    skip: 'Skip to the findings',
    header: header(report),
    main: html`${findingsSection(report.findings)}
${estimateSections(report.estimate)}
${bundleSection(report.bundle)}
${conversion === undefined ? undefined : conversionSections(conversion)}
${loadSections(report.loadTest)}`,
    footer: provenance(report),
    report,
  })
}
