import { randomUUID } from 'node:crypto'
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatReport, parseReport } from '../report/parse/parse-report.js'
import { findRun } from './find-run.js'
import type { RunHistory } from './run-history.js'
import { runId } from './run-id.js'

const ENDING = '.json'

/** Reports as files of a folder, such as `.lakebase/runs`, which is made with the first of them. */
export function fileHistory(folder: string): RunHistory {
  const list = async () => {
    const names = await readFolder(folder)
    return names
      .filter((name) => name.endsWith(ENDING) && !name.startsWith('.'))
      .map((name) => name.slice(0, -ENDING.length))
      .sort()
      .reverse()
  }
  return {
    list,
    save: async (report) => {
      const text = formatReport(report)
      const id = runId(report, text)
      await mkdir(folder, { recursive: true })
      await writeWhole(join(folder, `${id}${ENDING}`), join(folder, `.${randomUUID()}`), text)
      return id
    },
    find: async (text) => {
      const file = join(folder, `${findRun(await list(), text)}${ENDING}`)
      return parseReport(await readFile(file, 'utf8'), file)
    },
  }
}

async function readFolder(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** Whole or not at all: a link to what is written already, which does not replace a file either. */
async function writeWhole(file: string, beside: string, text: string): Promise<void> {
  try {
    await writeFile(beside, text, { flag: 'wx' })
    await link(beside, file)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    await rm(beside, { force: true })
  }
}

function isMissing(error: unknown): boolean {
  return hasCode(error, 'ENOENT')
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
