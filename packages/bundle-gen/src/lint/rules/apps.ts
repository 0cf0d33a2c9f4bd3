import type { Finding } from '../../finding.js'
import { type BundleValue, entryAt, itemsOf, textOf, valueAt } from '../../read/bundle-value.js'
import type { Resource, TargetView } from '../../read/target-view.js'
import { type Check, fieldOf, findingsOf, titleOf } from '../check.js'
import { joinPath } from '../join-path.js'

const found = findingsOf('LB114')

/** LB114: apps that find their code and their database. */
export const apps: Check = ({ view }) =>
  view
    .ofType('apps')
    .flatMap((app) => [
      ...sourceCode(app, view),
      ...runAs(app, view),
      ...itemsOf(fieldOf(app, 'resources')).flatMap((one) => databaseOf(app, one, view)),
      ...itemsOf(fieldOf(app, 'config', 'env')).flatMap(valueFrom),
    ])

function sourceCode(app: Resource, view: TargetView): readonly Finding[] {
  const value = fieldOf(app, 'source_code_path')
  const path = textOf(value)
  const paths = valueAt(view.config, 'sync', 'paths')
  if (value === undefined || path === undefined || paths?.kind !== 'list') return []
  if (path.includes('${') || path.startsWith('/')) return []
  // A path is relative to the file that it stands in, and so are those of sync.
  const code = joinPath(value.at.source.file, path)
  const synced = paths.items.flatMap((item) => {
    const text = textOf(item)
    return text === undefined ? [] : [joinPath(item.at.source.file, text)]
  })
  if (synced.some((one) => one.includes('${') || isWithin(code, one))) return []
  const hint = `Add ${code} to sync.paths.`
  return [
    found.error(value.at, `${titleOf(app)}: ${code} is not among sync.paths and is not uploaded`, {
      hint,
    }),
  ]
}

function isWithin(path: string, folder: string): boolean {
  return folder === '.' || path === folder || path.startsWith(`${folder}/`)
}

function runAs(app: Resource, view: TargetView): readonly Finding[] {
  const entry = entryAt(view.config, 'run_as')
  if (entry === undefined) return []
  const message = `${titleOf(app)} cannot run as somebody else: run_as takes no apps`
  const hint = 'Drop run_as, or move the app to a bundle of its own.'
  return [found.error(entry.keyAt, message, { hint })]
}

function databaseOf(app: Resource, item: BundleValue, view: TargetView): readonly Finding[] {
  const legacy = entryAt(item, 'database')
  const isAutoscaling =
    view.ofType('postgres_projects').length > 0 && view.ofType('database_instances').length === 0
  if (legacy && isAutoscaling) {
    const message = `${titleOf(app)}: a resource "database" is one of the retired Provisioned; the project here needs "postgres"`
    return [
      found.error(legacy.keyAt, message, {
        hint: 'Write postgres: { branch, database, permission }.',
      }),
    ]
  }
  const postgres = valueAt(item, 'postgres')
  return PATHS.flatMap(([field, form, words]) => {
    const value = valueAt(postgres, field)
    const text = textOf(value)
    if (value === undefined || text === undefined) return []
    const shape = text.replaceAll(/\$\{[^}]*\}/g, '_')
    if (form.test(shape) || /^_$|^_\//.test(shape)) return []
    return [found.error(value.at, `${titleOf(app)}: ${field} is "${text}"`, { expected: words })]
  })
}

const PATHS = [
  ['branch', /^projects\/[^/]+\/branches\/[^/]+$/, 'projects/<project>/branches/<branch>'],
  [
    'database',
    /^projects\/[^/]+\/branches\/[^/]+\/databases\/[^/]+$/,
    'projects/<project>/branches/<branch>/databases/<database>',
  ],
] as const

function valueFrom(variable: BundleValue): readonly Finding[] {
  const entry = entryAt(variable, 'valueFrom')
  if (entry === undefined) return []
  const message = 'valueFrom is read in app.yaml only'
  return [found.warn(entry.keyAt, message, { suggestion: 'value_from' })]
}
