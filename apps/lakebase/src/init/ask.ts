import { createInterface } from 'node:readline/promises'
import type { FoundLoad } from './draft.js'

/** Asks a person; an empty answer leaves the line to be filled in later. Only with a terminal on both sides. */
export async function ask(): Promise<FoundLoad> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const text = async (question: string) => (await terminal.question(`${question} `)).trim()
    const number = async (question: string): Promise<number | undefined> => {
      const answer = await text(question)
      if (answer === '') return undefined
      const value = Number(answer.replaceAll(/[,_ ]/g, ''))
      return Number.isFinite(value) && value >= 0 ? value : number('a number, please:')
    }
    process.stderr.write('Every answer may be left empty, and changed in the file later.\n')
    const cloud = await text('Cloud (aws, azure, gcp)?')
    const region = await text('Region, as the cloud names it (us-east-1, westeurope)?')
    const readsPerSecond = await number('Queries a second that read, at the peak?')
    const connections = await number('Connections open at the peak, all pools together?')
    return {
      ...(cloud !== '' && { cloud }),
      ...(region !== '' && { region }),
      load: {
        ...(readsPerSecond !== undefined && { reads_per_second: { value: readsPerSecond } }),
        ...(connections !== undefined && { connections: { value: connections } }),
      },
      notes: [],
    }
  } finally {
    terminal.close()
  }
}
