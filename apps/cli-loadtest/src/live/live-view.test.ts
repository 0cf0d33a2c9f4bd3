import { expect, test } from 'vitest'
import { sampleRun } from '../../test/sample/sample-report.js'
import { liveView } from './live-view.js'

function watch(stderrIsTty: boolean, quiet = false): string {
  let text = ''
  const view = liveView(
    {
      stderrIsTty,
      stderr: (part) => {
        text += part
      },
    },
    70,
    quiet,
  )
  for (const point of sampleRun.series) view.show(point)
  view.end()
  return text
}

test('elsewhere than on a terminal there is a line every ten seconds', () => {
  const lines = watch(false).trimEnd().split('\n')
  expect(lines).toHaveLength(7)
  expect(lines[0]).toMatch(
    /^10\/70 s {2}warm-up {2}[\d,]+\/s {2}p50 \d+ µs {2}p99 [\d.]+ ms {2}errors \d+/,
  )
  expect(lines[6]).toMatch(/^70\/70 s {2}[\d,]+\/s .* errors \d+ {2}lag \d/)
})

test('on a terminal one line is drawn again and again, and taken away in the end', () => {
  const drawn = watch(true).split('\r')
  expect(drawn).toHaveLength(sampleRun.series.length + 2)
  expect(drawn[42]).toContain('queue 1,702')
  expect(drawn.at(-1)).toBe('\u001b[K')
  for (const line of drawn) expect(line.replace('\u001b[K', '').length).toBeLessThan(90)
})

test('quiet is quiet', () => {
  expect(watch(true, true) + watch(false, true)).toBe('')
})
