import type { Scene } from './scene.js'

/** What goes wrong while the work runs; it ends when the scene is over. */
export interface Scenario {
  readonly name: string
  /**
   * `queries`: inserts and reads by 40 workers. `bursts`: 30 reads at once, each time that `strike` has
   * struck. `transfers`: transactions by 20 workers.
   */
  readonly work: 'bursts' | 'queries' | 'transfers'
  /** Passwords of a role of Postgres itself, checked by SCRAM; no gateway. */
  readonly scram?: boolean
  readonly tokenLifetimeMs?: number
  readonly maxLifetimeMs?: number
  /** It runs at least so long, however fast the queries are. */
  readonly seconds: number
  /** At least this share of the queries is a COMMIT without an answer whose outcome has to be found out. */
  readonly resolves?: number
  /**
   * No token is to be had in an outage. At one try a second the first success comes up to a second, and a login,
   * after its end: within a second on average, and within two always.
   */
  readonly recoversByToken?: true
  readonly strike: (scene: Scene) => Promise<void>
}
