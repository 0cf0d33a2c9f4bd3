import type { Regeneration } from '@lakebase/bundle-gen'

export interface FileStatus {
  readonly path: string
  readonly status: 'new' | 'changed' | 'unchanged' | 'removed'
}

/** What becomes of each file of the folder. */
export function fileStatuses(
  disk: ReadonlyMap<string, string>,
  { files, removed }: Pick<Regeneration, 'files' | 'removed'>,
): readonly FileStatus[] {
  return [
    ...[...files].map(([path, text]) => ({ path, status: statusOf(disk.get(path), text) })),
    ...removed.map((path) => ({ path, status: 'removed' as const })),
  ]
}

function statusOf(old: string | undefined, text: string): FileStatus['status'] {
  if (old === undefined) return 'new'
  return old === text ? 'unchanged' : 'changed'
}
