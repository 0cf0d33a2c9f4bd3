import type { BundleSpec } from './bundle-spec.js'
import { BundleSpecError } from './bundle-spec-error.js'
import { checkBundleSpec } from './check-bundle-spec.js'

/** @throws {BundleSpecError} for a spec that would not deploy as it is meant. */
export function refuseErrors(spec: BundleSpec): void {
  const errors = checkBundleSpec(spec).filter(({ level }) => level === 'error')
  if (errors.length > 0) throw new BundleSpecError(errors)
}
