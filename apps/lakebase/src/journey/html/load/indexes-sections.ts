import { type Html, html } from '@lakebase/cli-kit'
import { proposalsSection, queriesSection } from 'cli-loadtest/parts'
import type { JourneyIndexes, ShownRun } from '../../load-test/journey-load-test.js'
import { afterSection } from './after-section.js'

/** Which indexes are missing, what the load is with them, and the plans on both sides. */
export function indexesSections({ advice, after }: JourneyIndexes, before: ShownRun): Html {
  return html`${proposalsSection(advice)}
${after === undefined ? undefined : afterSection(before, after)}
${queriesSection(advice)}`
}
