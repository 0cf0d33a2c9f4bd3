import { paint } from '@lakebase/cli-kit'
import { expect, test } from 'vitest'
import { renderTerminal } from '../src/render/terminal/render-terminal.js'
import { REPORTS } from './sample/reports.js'

const LINES_OF_A_SCREEN = 40

test.each(Object.entries(REPORTS))(
  '%s in a terminal is as printed before',
  async (name, report) => {
    const text = renderTerminal(report, paint(false))
    await expect(text).toMatchFileSnapshot(`golden/${name.replaceAll(' ', '-')}.txt`)
    expect(text.split('\n').length).toBeLessThanOrEqual(LINES_OF_A_SCREEN)
    expect(text).not.toMatch(/undefined|NaN|Infinity/)
  },
)
