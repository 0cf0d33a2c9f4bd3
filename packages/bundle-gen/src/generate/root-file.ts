import { cliVersionFor } from '../cli-version/cli-version-for.js'
import type { BundleSpec } from '../spec/bundle-spec.js'
import { type Block, block, type Entry, entry } from '../yaml/block.js'
import { blockValue } from '../yaml/block-value.js'
import { type BundleFile, generatedFrom } from './bundle-file.js'
import { FILES, UPLOADED } from './keys.js'
import { targets } from './targets.js'
import { variables } from './variables.js'

/** `databricks.yml`: settings, variables and the two targets. */
export function rootFile(
  spec: BundleSpec,
  others: readonly BundleFile[],
  uploads: boolean,
): BundleFile {
  const inTargets = targets(spec)
  const declared = variables(spec)
  const cli = cliVersionFor(allResources(others, inTargets), [
    blockValue(declared),
    blockValue(inTargets),
  ])
  return {
    path: FILES.root,
    head: `${generatedFrom(spec.origin)}
  databricks bundle validate --strict -t dev
  databricks bundle deploy -t dev

Regenerating keeps what stands beside ours: keys, comments, variables, targets, resources. It writes
anew what it wrote before, but for lines that end in "# keep". A resource whose first line has lost its
"# generated" is yours.`,
    block: block(
      entry(
        'bundle',
        block(
          entry('name', spec.name),
          entry('engine', 'direct'),
          entry('databricks_cli_version', cli.constraint, {
            above: `${cli.minimum}: ${cli.because}.`,
          }),
        ),
      ),
      entry('include', ['resources/*.yml'], { apart: true }),
      sync(uploads),
      entry('variables', declared, { apart: true }),
      entry('targets', inTargets, { apart: true }),
    ),
  }
}

function sync(uploads: boolean): Entry {
  const paths = uploads ? UPLOADED : []
  return entry('sync', block(entry('paths', paths)), {
    apart: true,
    above: uploads
      ? 'What the jobs need in the workspace, and nothing else.'
      : 'Nothing here needs a file in the workspace.',
  })
}

function allResources(files: readonly BundleFile[], inTargets: Block): unknown {
  const overrides = inTargets.lines.map(({ value }) => blockValue(value))
  return [...files.map((file) => blockValue(file.block)), ...overrides]
    .map(resourcesOf)
    .reduce<Record<string, unknown>>((all, one, index) => {
      for (const [type, byKey] of Object.entries(one)) {
        // Which key a field stands under does not matter to its age.
        const keyed = Object.entries(byKey).map(([key, value]) => [`${key}_${index}`, value])
        all[type] = { ...toObject(all[type]), ...Object.fromEntries(keyed) }
      }
      return all
    }, {})
}

function resourcesOf(file: unknown): Record<string, Record<string, unknown>> {
  const resources = toObject(toObject(file).resources)
  return Object.fromEntries(
    Object.entries(resources).map(([type, value]) => [type, toObject(value)]),
  )
}

function toObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
