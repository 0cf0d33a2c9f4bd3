import { diffPatch } from 'node-diff3'
import { expect, test } from 'vitest'
import { type BundleSpec, generateBundle, regenerateBundle } from '../src/index.js'
import { shopSpec } from './shop-spec.js'

/** What people do to a bundle: comments, own keys and resources, another indentation, padding. */
const EDITS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'databricks.yml': [
    ['variables:\n', "variables:\n  cost_center:\n    default:   '4711'   # padded\n\n"],
    ['      max_cu: 4\n', '      max_cu: 8 # keep\n'],
    [
      '  prod:\n',
      '  staging:\n    mode: production\n    workspace: { root_path: /Workspace/staging }\n\n  prod:\n',
    ],
  ],
  'resources/synced_delta_tables.yml': [
    [
      'resources:\n',
      'resources:\n  schemas:\n      mine:\n          name: mine\n          catalog_name: main\n\n',
    ],
    [
      '    st_shop_inventory:\n',
      '    # Ask Ada before touching this.\n    st_shop_inventory:\n      lifecycle: { prevent_destroy: true }\n',
    ],
  ],
  'resources/sync_schedules.yml': [
    [
      '        - task_key: post_sync\n          depends_on',
      '        - task_key: tell_ops\n          depends_on: [ { task_key: sync } ]\n          notebook_task: { notebook_path: /ops/tell }\n        - task_key: post_sync\n          depends_on',
    ],
  ],
}

/** High availability off, another schedule, one table less. */
function changedSpec(): BundleSpec {
  if (shopSpec.database.product !== 'autoscaling') throw new Error('not an Autoscaling spec')
  const { haComputes: _, ...database } = shopSpec.database
  return {
    ...shopSpec,
    database,
    pipelines: shopSpec.pipelines.map((pipeline) =>
      pipeline.name === 'sales'
        ? { ...pipeline, schedule: { everySeconds: 1200 }, tables: pipeline.tables.slice(0, 1) }
        : pipeline,
    ),
  }
}

test('a regeneration over a hand-edited bundle touches the lines that changed, and no other', async () => {
  const edited = generateBundle(shopSpec)
  for (const [path, edits] of Object.entries(EDITS)) {
    for (const [from, to] of edits) {
      expect(edited.get(path), path).toContain(from)
      edited.set(path, edited.get(path)?.replace(from, to) ?? '')
    }
  }
  expect(regenerateBundle(shopSpec, edited)).toMatchObject({ files: edited })
  const { files } = regenerateBundle(changedSpec(), edited)
  const diffs = [...files].flatMap(([path, text]) => lineDiff(path, edited.get(path) ?? '', text))
  await expect(`${diffs.join('\n')}\n`).toMatchFileSnapshot('golden/hand-edited.diff')
  expect(regenerateBundle(changedSpec(), files)).toMatchObject({ files, removed: [] })
})

function lineDiff(path: string, before: string, after: string): readonly string[] {
  const patches = diffPatch(before.split('\n'), after.split('\n'))
  if (patches.length === 0) return []
  return [
    `--- ${path}`,
    ...patches.flatMap(({ buffer1, buffer2 }) => [
      `@@ line ${buffer1.offset + 1}`,
      ...buffer1.chunk.map((line) => `-${line}`),
      ...buffer2.chunk.map((line) => `+${line}`),
    ]),
  ]
}
