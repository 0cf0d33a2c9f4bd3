import type { AdviseOptions } from '../advise-options.js'

type Defaulted =
  | 'allowBuild'
  | 'maxBuildBytes'
  | 'maxIndexBytes'
  | 'maxProposals'
  | 'maxCandidates'
  | 'analyze'
  | 'writes'
  | 'lockTimeoutMs'
  | 'statementTimeoutMs'
  | 'onProgress'

export type SettledOptions = AdviseOptions & Required<Pick<AdviseOptions, Defaulted>>

const GIGABYTE = 1024 ** 3

export function settled(options: AdviseOptions): SettledOptions {
  return {
    allowBuild: false,
    maxBuildBytes: GIGABYTE,
    maxIndexBytes: 10 * GIGABYTE,
    maxProposals: 20,
    maxCandidates: 500,
    analyze: 'none',
    writes: [],
    lockTimeoutMs: 1_000,
    statementTimeoutMs: 60_000,
    onProgress: () => undefined,
    ...options,
  }
}
