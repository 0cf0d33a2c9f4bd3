import { type Html, html } from '@lakebase/cli-kit'
import type { ReportStatement, StatementFinding } from '../../report/conversion-report.js'
import { findingId } from './anchors.js'

/** The source with what findings are about underlined, each a link to its finding. */
export function markedSource(statement: ReportStatement, id: string): Html {
  const { source } = statement
  const marks = marksOf(statement)
  const edges = [...new Set([0, source.length, ...marks.flatMap(({ from, to }) => [from, to])])]
  edges.sort((a, b) => a - b)
  const seen = new Set<number>()
  const pieces = edges.slice(0, -1).map((from, place) => {
    const text = source.slice(from, edges[place + 1])
    const mark = innermost(marks, from)
    if (!mark) return html`${text}`
    const isFirst = !seen.has(mark.index)
    seen.add(mark.index)
    const { level, message } = mark.finding
    if (!isFirst) return html`<span class="mark ${level}">${text}</span>`
    return html`<a class="mark ${level}" href="#${findingId(id, mark.index)}" title="${level}: ${message}">${text}</a>`
  })
  return html`<pre>${pieces}</pre>`
}

interface Mark {
  readonly finding: StatementFinding
  readonly index: number
  /** Within the source of the statement. */
  readonly from: number
  readonly to: number
}

/** A finding about all of a statement underlines nothing: it stands below. */
function marksOf({ source, offset, findings }: ReportStatement): readonly Mark[] {
  return findings.flatMap((finding, index) => {
    const from = Math.max(0, finding.offset - offset)
    const to = Math.min(source.length, finding.offset - offset + finding.length)
    const isWhole = from === 0 && to === source.length && finding.level !== 'error'
    return to > from && !isWhole ? [{ finding, index, from, to }] : []
  })
}

function innermost(marks: readonly Mark[], at: number): Mark | undefined {
  return marks
    .filter(({ from, to }) => from <= at && at < to)
    .sort((a, b) => a.to - a.from - (b.to - b.from))[0]
}
