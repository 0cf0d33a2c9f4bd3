import type { Io } from '@lakebase/cli-kit'
import type { Workload, YamlSource } from '@lakebase/config'

/** How the user wants tables measured. */
export interface MeasureWish {
  readonly insist: boolean
  readonly scan: boolean
  readonly refresh: boolean
  readonly quiet: boolean
}

/** What every step of measuring looks at. */
export interface Measuring {
  readonly workload: Workload
  readonly source: YamlSource
  readonly wish: MeasureWish
  readonly io: Io
}
