import type { ConversionResult } from '../convert/converter.js'
import { lineIndex } from '../source/line-index.js'
import { breaksAfter, type Comment, commentLines, commentsBetween } from './comment.js'
import { renderHeader, type ScriptHeader } from './render-header.js'
import { isWritten, renderStatement } from './render-statement.js'

export interface RenderOptions {
  /** Without it the script has no head. */
  readonly header?: ScriptHeader
}

/**
 * A converted script as a file: the statements in their order, comments where they were (those within a
 * statement before it), and what is not converted as a comment under its reason. A script that is
 * PostgreSQL's already comes out as it is.
 *
 * @param text that the result is of
 * @example
 * renderScript(text, createConverter().convert(text))
 */
export function renderScript(
  text: string,
  result: ConversionResult,
  { header }: RenderOptions = {},
): string {
  const { statements } = result
  const isPostgres = statements.some(({ status }) => status === 'already_postgres')
  if (isPostgres && statements.length === 1) return text
  const lines = lineIndex(text)
  const page = pageOf()
  if (header) page.add(renderHeader(lines, result, header), 0)
  page.gap()
  let at = 0
  for (const statement of statements) {
    const comments = commentsBetween(text, at, statement.start)
    addComments(page, comments, at > 0)
    const breaks = breaksAfter(text, comments.at(-1)?.end ?? at, statement.start)
    const isComment = !isWritten(statement)
    page.add(
      renderStatement(text, lines, statement),
      isComment && comments.length === 0 ? 2 : breaks,
    )
    if (isComment) page.gap()
    at = statement.end
  }
  addComments(page, commentsBetween(text, at, text.length), at > 0)
  return page.text()
}

function addComments(page: Page, comments: readonly Comment[], afterStatement: boolean): void {
  for (const [index, comment] of comments.entries()) {
    const lines = commentLines(comment)
    const isBeside = index === 0 && afterStatement && comment.breaks === 0
    if (isBeside && lines.length === 1) page.beside(lines[0] ?? '')
    else page.add(lines, comment.breaks)
  }
}

type Page = ReturnType<typeof pageOf>

/** Lines, with an empty one where the source has one or more. */
function pageOf() {
  const lines: string[] = []
  let gap = false
  return {
    add: (more: readonly string[], breaks: number) => {
      if ((gap || breaks > 1) && (lines.at(-1) ?? '') !== '') lines.push('')
      lines.push(...more)
      gap = false
    },
    /** An empty line before what is added next. */
    gap: () => {
      gap = true
    },
    beside: (comment: string) => {
      lines.push(`${lines.pop() ?? ''} ${comment}`)
    },
    text: () => (lines.length === 0 ? '' : `${lines.join('\n')}\n`),
  }
}
