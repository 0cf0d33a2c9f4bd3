import { bundleRules, lintBundle } from '@lakebase/bundle-gen'
import { argvReader, CliError, counted, countFindings, type Io, userPath } from '@lakebase/cli-kit'
import {
  fileStatuses,
  generateOptions,
  type MadeBundle,
  makeBundle,
  writeBundle,
} from 'cli-bundle/parts'
import type { PartFinding } from '../../findings/part-finding.js'
import type { JourneyInput } from '../journey-input.js'
import type { JourneyBundle, JourneyStep } from '../journey-report.js'

export interface BundleOutcome {
  readonly step: JourneyStep
  readonly findings: readonly PartFinding[]
  readonly bundle?: JourneyBundle
}

/** The bundle of the workload, linted as it will stand on disk. */
export function bundleStep({ config, bundle: folder, write }: JourneyInput, io: Io): BundleOutcome {
  const words = ['--config', config, ...(folder === undefined ? [] : ['--output-dir', folder])]
  try {
    const made = makeBundle(generateOptions(argvReader(words)), io)
    const isRefused = made.findings.some(({ level }) => level === 'error')
    if (isRefused) return refused(made.findings)
    if (write && folder !== undefined) {
      writeBundle(userPath(folder, io.cwd), made.disk, made.made.files, made.made.removed)
    }
    return outcomeOf(made, folder)
  } catch (error) {
    if (error instanceof CliError && error.code === 3) return refused(error.findings)
    throw error
  }
}

function outcomeOf(
  { spec, disk, made, findings }: MadeBundle,
  folder: string | undefined,
): BundleOutcome {
  const linted = lintBundle(made.files)
  const statuses = fileStatuses(disk, made)
  const checked = linted.length === 0 ? 'no findings' : countFindings(linted)
  const isBroken = linted.some(({ level }) => level === 'error')
  return {
    step: {
      id: 'bundle',
      title: 'Bundle',
      status: isBroken ? 'attention' : 'done',
      answer: counted(made.files.size, 'file'),
      detail: `${folder === undefined ? '' : `${folder}; `}${checked} of ${bundleRules.length} rules`,
    },
    findings: [...findings, ...linted].map((finding) => ({ ...finding, part: 'bundle' })),
    bundle: {
      ...(folder !== undefined && { folder }),
      product: spec.database.product,
      files: statuses.map(({ path, status }) => {
        const text = made.files.get(path)
        return { path, status, ...(text !== undefined && { text }) }
      }),
      rules: bundleRules.length,
    },
  }
}

function refused(findings: CliError['findings']): BundleOutcome {
  return {
    step: {
      id: 'bundle',
      title: 'Bundle',
      status: 'attention',
      answer: 'not made',
      detail: countFindings(findings),
    },
    findings: findings.map((finding) => ({ ...finding, part: 'bundle' })),
  }
}
