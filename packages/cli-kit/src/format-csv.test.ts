import { expect, test } from 'vitest'
import { formatCsv } from './format-csv.js'

test('what has a comma, a quote or a line end is quoted, and nothing is nothing', () => {
  expect(
    formatCsv(
      ['a', 'b'],
      [
        ['x,"y"', undefined],
        ['1\n2', true],
        ['z', 1.5],
      ],
    ),
  ).toBe(
    'a,b,generator\r\n"x,""y""",,Lakebase Accelerator\r\n"1\n2",true,Lakebase Accelerator\r\nz,1.5,Lakebase Accelerator\r\n',
  )
})

test.each(['=1+1', '+1', '-1', '@x'])('the text %s is no formula', (text) => {
  expect(formatCsv(['a'], [[text]])).toContain(`\r\n'${text},`)
})
