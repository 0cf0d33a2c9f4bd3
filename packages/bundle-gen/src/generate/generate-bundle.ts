import type { BundleSpec } from '../spec/bundle-spec.js'
import { refuseErrors } from '../spec/refuse-errors.js'
import { printDocument } from '../yaml/print-document.js'
import { bundleDocument } from './bundle-file.js'
import { bundleFiles, textFiles } from './bundle-files.js'

/**
 * The files of a bundle by path, in a fixed order: the same spec gives the same bytes.
 *
 * @throws {BundleSpecError} when `checkBundleSpec` has an error; its findings are in it.
 */
export function generateBundle(spec: BundleSpec): Map<string, string> {
  refuseErrors(spec)
  return new Map([
    ...bundleFiles(spec).map((file) => [file.path, printDocument(bundleDocument(file))] as const),
    ...textFiles(spec),
  ])
}
