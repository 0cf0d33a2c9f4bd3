import { counted, dataTable, decimal, type Html, section } from '@lakebase/cli-kit'
import type { RunReport } from '@lakebase/loadtest'

/** What failed, by class and place, most frequent first. */
export function errorsSection({ errors, total, connecting }: RunReport): Html {
  const refused =
    connecting.failed === 0
      ? ''
      : ` ${counted(connecting.failed, 'connection')} could not be opened.`
  return section({
    id: 'errors',
    title: 'Errors',
    gist: `${total.failed === 0 ? 'No transaction failed.' : `${counted(total.failed, 'transaction')} failed; none of them is in a latency above.`}${refused}`,
    body:
      errors.length === 0
        ? undefined
        : dataTable({
            id: 'errors-table',
            caption: 'By SQLSTATE, script and statement; the message is that of the first',
            columns: [
              { header: 'Code', kind: 'word' },
              { header: 'Count', kind: 'number' },
              { header: 'Script', kind: 'word' },
              { header: 'Statement', kind: 'word' },
              { header: 'Message', kind: 'text' },
            ],
            rows: [...errors]
              .sort((a, b) => b.count - a.count)
              .map(({ code, count, script, statement, message }) => ({
                cells: [code, decimal(count), script, statement ?? '', message],
              })),
          }),
  })
}
