import { dataTable, decimal, type Html, html, section } from '@lakebase/cli-kit'
import type { Latency } from '@lakebase/loadtest'
import {
  duration,
  latencyCurve,
  legend,
  logAxis,
  milliseconds,
  percentileAxis,
  plot,
} from 'cli-loadtest/parts'
import type { ShownRun } from '../../load-test/journey-load-test.js'

/** The same load once more with every proposal made: two curves, and a row for each script. */
export function afterSection(before: ShownRun, after: ShownRun): Html {
  const [was, is] = [before.total.response, after.total.response]
  const isMeasured = was.count > 0 && is.count > 0
  return section({
    id: 'with-indexes',
    title: 'With the indexes',
    gist: isMeasured
      ? `The same arrivals again, on the same machine, with the indexes made: 99% within ${duration(is.p99)} instead of ${duration(was.p99)}, half within ${duration(is.p50)} instead of ${duration(was.p50)}. One run each: what else the machine did is in both.`
      : 'The same arrivals again with the indexes made; on one side nothing ended well, so there is nothing to compare.',
    body: isMeasured ? html`${curves(was, is)}${scriptsTable(before, after)}` : undefined,
  })
}

function curves(was: Latency, is: Latency): Html {
  const count = Math.max(was.count, is.count)
  const line = (latency: Latency) =>
    latencyCurve(latency).map(({ percentile, us }) => [percentile, us] as const)
  const picture = plot({
    id: 'with-indexes-curve',
    title: 'Latency by percentile, without the indexes and with them',
    description: `without: ${described(was)}; with: ${described(is)}`,
    height: 220,
    x: percentileAxis(count),
    y: logAxis(Math.max(1, Math.min(was.min, is.min)), Math.max(was.max, is.max), duration),
    lines: [
      { kind: 'wanted', points: line(was) },
      { kind: 'main', points: line(is) },
    ],
  })
  const marks = [
    ['main', 'With the indexes'],
    ['wanted', 'Without'],
  ] as const
  return html`<figure><figcaption>Latency by percentile ${legend(marks)}</figcaption>${picture}</figure>`
}

function described({ p50, p99, max }: Latency): string {
  return `p50 ${duration(p50)}, p99 ${duration(p99)}, longest ${duration(max)}`
}

function scriptsTable(before: ShownRun, after: ShownRun): Html {
  const rows = [...before.scripts, before.total].map((script) => {
    const same = [...after.scripts, after.total].find(({ id }) => id === script.id)
    return [script, same] as const
  })
  return dataTable({
    id: 'with-indexes-table',
    caption: 'By script, milliseconds: without the indexes, then with them',
    columns: [
      { header: 'Script' },
      { header: 'p50', kind: 'number' },
      { header: 'p50 with', kind: 'number' },
      { header: 'p99', kind: 'number' },
      { header: 'p99 with', kind: 'number' },
      { header: 'Ended well', kind: 'number' },
      { header: 'Ended well with', kind: 'number' },
    ],
    rows: rows.map(([was, is], index) => ({
      ...(index === rows.length - 1 && rows.length > 2 && { kind: 'total' as const }),
      cells: [
        was.id,
        time(was.response, 'p50'),
        time(is?.response, 'p50'),
        time(was.response, 'p99'),
        time(is?.response, 'p99'),
        decimal(was.succeeded),
        decimal(is?.succeeded ?? 0),
      ],
    })),
  })
}

function time(latency: Latency | undefined, of: 'p50' | 'p99'): string {
  return latency === undefined || latency.count === 0 ? '-' : milliseconds(latency[of])
}
