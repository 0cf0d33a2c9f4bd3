import { type Html, html } from '@lakebase/cli-kit'
import { latencySection, scriptsSection, timeSection, verdictsSection } from 'cli-loadtest/parts'
import type { JourneyLoadTest } from '../../load-test/journey-load-test.js'
import { indexesSections } from './indexes-sections.js'
import { originSection } from './origin-section.js'

/** The load test: what it speaks for before any figure of it, then the figures, then the indexes. */
export function loadSections(loadTest: JourneyLoadTest | undefined): Html | undefined {
  if (loadTest === undefined) return undefined
  const { run, indexes } = loadTest
  return html`${originSection(loadTest)}
${verdictsSection(run)}
${latencySection(run)}
${timeSection(run)}
${scriptsSection(run)}
${indexes === undefined ? undefined : indexesSections(indexes, run)}`
}
