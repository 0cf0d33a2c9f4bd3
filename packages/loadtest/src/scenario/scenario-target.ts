import type { Target } from '../target.js'

/** The server that a scenario names. */
export type ScenarioTarget =
  | { readonly kind: 'postgres'; readonly target: Target }
  | {
      readonly kind: 'lakebase'
      /** `projects/…/branches/…/endpoints/…` */
      readonly endpoint: string
      readonly database?: string
      readonly user?: string
    }
