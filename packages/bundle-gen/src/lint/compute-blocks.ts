import { type BundleValue, valueAt } from '../read/bundle-value.js'
import type { TargetView } from '../read/target-view.js'

/** The blocks that set a compute: each endpoint, and each project's defaults for later ones. */
export function computeBlocks(view: TargetView): readonly BundleValue[] {
  return [
    ...view.ofType('postgres_endpoints').map(({ value }) => value),
    ...view
      .ofType('postgres_projects')
      .flatMap(({ value }) => valueAt(value, 'default_endpoint_settings') ?? []),
  ]
}
