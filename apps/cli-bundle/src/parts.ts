// What the suite `lakebase` takes of this app beside its commands.
export { generateOptions } from './commands/generate-options.js'
export { writeBundle } from './generate/bundle-folder.js'
export { type FileStatus, fileStatuses } from './generate/file-statuses.js'
export { type MadeBundle, makeBundle } from './generate/make-bundle.js'
export type { GenerationReport } from './generate/render-run.js'
export { lintFolder } from './lint/lint-folder.js'
export type { LintReport } from './lint/lint-report.js'
