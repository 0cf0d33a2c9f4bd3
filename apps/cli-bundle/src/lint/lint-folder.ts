import { posix } from 'node:path'
import { type Finding, type LintOptions, lintBundle } from '@lakebase/bundle-gen'
import { readBundleFolder } from '../read/read-bundle-folder.js'

/** The findings of a bundle folder, with the paths as the user would type them. */
export function lintFolder(folder: string, options: LintOptions, cwd: string): readonly Finding[] {
  return lintBundle(readBundleFolder(folder, cwd), options).map((finding) =>
    finding.file === undefined ? finding : { ...finding, file: posix.join(folder, finding.file) },
  )
}
