import type { Finding } from '../finding.js'
import {
  type BundleEntry,
  type BundleValue,
  entriesOf,
  entryAt,
  itemsOf,
  placeOf,
  textOf,
  valueAt,
} from './bundle-value.js'
import { globMatcher, isGlob } from './glob.js'
import { mergeValues } from './merge-values.js'
import { readYaml } from './read-yaml.js'
import { type SourceFile, sourceFile } from './source-file.js'

/** The names that the CLI takes for the root of a bundle, in its order. */
const ROOT_NAMES = ['databricks.yml', 'databricks.yaml', 'bundle.yml', 'bundle.yaml']

/** One place where a resource is defined; a key should have one. */
interface Definition {
  readonly type: string
  readonly key: string
  readonly entry: BundleEntry
}

/** A bundle's files joined, before any target. */
export interface Bundle {
  /** Undefined when there is no root, or it cannot be read. */
  readonly root: BundleValue | undefined
  readonly files: readonly SourceFile[]
  /** Every definition outside `targets`, also where two files define the same. */
  readonly definitions: readonly Definition[]
  readonly findings: readonly Finding[]
}

/** Reads the root and what it includes. Paths are relative to the bundle's folder, with `/`. */
export function readBundle(files: ReadonlyMap<string, string>): Bundle {
  const rootName = ROOT_NAMES.find((name) => files.has(name))
  if (rootName === undefined)
    return { root: undefined, files: [], definitions: [], findings: [noRoot()] }
  const rootFile = sourceFile(rootName, files.get(rootName) ?? '')
  const root = readYaml(rootFile)
  const includes = includedFiles(root.value, files, rootName)
  const parts = includes.paths.map((path) => {
    const source = sourceFile(path, files.get(path) ?? '')
    return { source, ...readYaml(source) }
  })
  const values = [root.value, ...parts.map(({ value }) => value)].flatMap((value) => value ?? [])
  return {
    root: values.reduce<BundleValue | undefined>(mergeValues, undefined),
    files: [rootFile, ...parts.map(({ source }) => source)],
    definitions: values.flatMap(definitionsOf),
    findings: [
      ...root.findings,
      ...emptyRoot(root, rootFile),
      ...includes.findings,
      ...parts.flatMap(({ findings, value }) => [...findings, ...lateInclude(value)]),
    ],
  }
}

function definitionsOf(value: BundleValue): readonly Definition[] {
  return entriesOf(valueAt(value, 'resources')).flatMap(([type, { value: group }]) =>
    entriesOf(group).map(([key, entry]) => ({ type, key, entry })),
  )
}

function includedFiles(
  root: BundleValue | undefined,
  files: ReadonlyMap<string, string>,
  rootName: string,
): { readonly paths: readonly string[]; readonly findings: readonly Finding[] } {
  const paths = new Set<string>()
  const findings: Finding[] = []
  for (const item of itemsOf(valueAt(root, 'include'))) {
    const pattern = textOf(item)?.replace(/^\.\//, '')
    const place = placeOf(item.at)
    if (pattern === undefined) {
      findings.push(problem('an include that is not a path', { ...place }))
      continue
    }
    if (pattern.startsWith('../')) {
      findings.push({
        ...problem(`${pattern} lies outside the folder and is not looked at`, place),
        level: 'note',
      })
      continue
    }
    const matches = globMatcher(pattern)
    const found = [...files.keys()].filter((path) => path !== rootName && matches(path)).sort()
    if (found.length === 0 && !isGlob(pattern)) {
      findings.push(problem(`there is no file ${pattern} to include`, { ...place }))
    }
    for (const path of found) {
      if (/\.(ya?ml|json)$/.test(path)) paths.add(path)
      else
        findings.push(problem(`${path} is included and is no .yml, .yaml or .json`, { ...place }))
    }
  }
  return { paths: [...paths], findings }
}

/** Only the root's list counts: the CLI reads past any other. */
function lateInclude(value: BundleValue | undefined): readonly Finding[] {
  const entry = entryAt(value, 'include')
  if (!entry) return []
  return [
    {
      ...problem(
        'include counts in the root file only; here it does nothing',
        placeOf(entry.keyAt),
      ),
      level: 'warn',
    },
  ]
}

function emptyRoot(
  { value, findings }: ReturnType<typeof readYaml>,
  source: SourceFile,
): readonly Finding[] {
  if (value?.kind === 'map' || findings.length > 0) return []
  return [
    problem('a bundle is a map of keys such as bundle, resources and targets', source.place(0, 1)),
  ]
}

function noRoot(): Finding {
  return {
    ...problem('there is no databricks.yml', {}),
    hint: `Name the folder that holds ${ROOT_NAMES.join(', ')}.`,
  }
}

function problem(message: string, place: Partial<Finding>): Finding {
  return { ruleId: 'LB100', level: 'error', message, ...place }
}
