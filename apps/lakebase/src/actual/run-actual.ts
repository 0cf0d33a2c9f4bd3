import {
  counted,
  type Exit,
  formatTable,
  type Io,
  type Paint,
  paint,
  usd,
  wantsColor,
} from '@lakebase/cli-kit'
import type { ActualOptions } from './actual-options.js'
import type { ActualReport } from './actual-report.js'
import { makeActual } from './make-actual.js'

/** Options, load, ask, compare, render. */
export async function runActual(options: ActualOptions, io: Io): Promise<Exit> {
  const report = await makeActual(options, io)
  const colors = paint(wantsColor(options.color ?? 'auto', io.env, io.stdoutIsTty))
  io.stdout(options.json ? `${JSON.stringify(report, null, 2)}\n` : text(report, colors))
  return report.exit
}

function text(report: ActualReport, { bold, dim }: Paint): string {
  const { period, groups, total, unpricedRows } = report
  if (period.postedThrough === undefined) {
    return `nothing was posted from ${period.from} to ${period.to}; usage arrives within a day\n`
  }
  const money = { align: 'right' } as const
  const [head = '', ...rows] = formatTable(
    [
      { title: 'group' },
      { title: 'estimated', ...money },
      { title: 'actual', ...money },
      { title: 'gap', ...money },
    ],
    [...groups, { group: 'total', ...total }].map(({ group, estimated, actual, gap }) => [
      group,
      usd(estimated),
      usd(actual),
      signed(gap),
    ]),
  )
  const causes = groups.flatMap(({ group, causes: own }) =>
    own.map(({ kind, amount, said }) => `  ${group}: ${signed(amount)} by ${kind}, ${said}`),
  )
  return `${[
    bold(`${counted(period.days, 'day')} from ${period.from} through ${period.postedThrough}`),
    ...unposted(report),
    '',
    dim(head),
    ...rows,
    ...(causes.length > 0 ? ['', bold('Why'), ...causes] : []),
    ...(unpricedRows > 0
      ? [
          '',
          `${counted(unpricedRows, 'row')} of usage has no price: the actual sums are at least that`,
        ]
      : []),
  ].join('\n')}\n`
}

/** The estimate counts as many days as were posted, so that a late bill looks like no saving. */
function unposted({ period }: ActualReport): readonly string[] {
  const yesterday = new Date(Date.parse(period.to) - 86_400_000).toISOString().slice(0, 10)
  if (period.postedThrough === yesterday) return []
  return [`nothing is posted yet after ${period.postedThrough}; the estimate is for the same days`]
}

function signed(amount: number): string {
  return amount > 0 ? `+${usd(amount)}` : usd(amount)
}
