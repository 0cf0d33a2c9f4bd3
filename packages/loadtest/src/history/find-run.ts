import { LoadtestError } from '../loadtest-error.js'

/**
 * The id that a person means; `ids` are newest first.
 *
 * @throws LoadtestError `HISTORY` when no id, or more than one, is meant.
 */
export function findRun(ids: readonly string[], text: string): string {
  const back = /^latest(?:~(\d+))?$/.exec(text)
  if (back) return nthLatest(ids, Number(back[1] ?? 0), text)
  if (ids.includes(text)) return text
  const [found, ...others] = text === '' ? [] : ids.filter((id) => id.startsWith(text))
  if (found === undefined)
    throw new LoadtestError('HISTORY', `No run begins with "${text}". ${known(ids)}`)
  if (others.length === 0) return found
  const several = [found, ...others].slice(0, 5).join(', ')
  throw new LoadtestError(
    'HISTORY',
    `"${text}" is the beginning of ${others.length + 1} runs: ${several}. Write more of it`,
  )
}

function nthLatest(ids: readonly string[], back: number, text: string): string {
  const found = ids[back]
  if (found !== undefined) return found
  throw new LoadtestError('HISTORY', `There is no run ${text}. ${known(ids)}`)
}

function known(ids: readonly string[]): string {
  if (ids.length === 0) return 'None is kept yet'
  return `Kept are ${ids.length}, the latest are ${ids.slice(0, 3).join(', ')}`
}
