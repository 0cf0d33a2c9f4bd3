import type { Finding } from '@lakebase/bundle-gen'

/** Findings as a table of Markdown, with a line before it; nothing without findings. */
export function findingsTable(findings: readonly Finding[]): string {
  if (findings.length === 0) return ''
  const rows = findings.map(
    ({ level, ruleId, file, line, message, suggestion, expected, hint }) => {
      const advice = [
        suggestion && `did you mean ${suggestion}?`,
        expected && `expected: ${expected}`,
        hint,
      ]
      const where = file === undefined ? '' : line === undefined ? file : `${file}:${line}`
      return row([level, ruleId, where, message, advice.filter((one) => one).join(' ')])
    },
  )
  return [
    '',
    row(['level', 'rule', 'where', 'what', 'what to do']),
    row(Array(5).fill('---')),
    ...rows,
    '',
  ].join('\n')
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`
}

/** Text of a file must not end the cell, nor become markup. */
function cell(text: string): string {
  return text.replaceAll(/[\\|<>*_`]/g, '\\$&').replaceAll(/\s+/g, ' ')
}
