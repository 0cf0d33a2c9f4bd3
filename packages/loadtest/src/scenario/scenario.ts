import type { Generator } from './generator.js'

/** What to run, at which rate, and what to expect of it. Plain data. */
export interface Scenario {
  readonly name: string
  /** What it is for, in the user's words. */
  readonly description?: string
  /** Two runs of one seed send the same statements with the same values. */
  readonly seed: number
  readonly scripts: readonly [Script, ...Script[]]
  readonly load: Load
  /** Who speaks to the server: our own wire protocol, or a client that an application would use. */
  readonly driver: DriverName
  readonly connections: number
  readonly connectTimeoutMs: number
  /** A statement that takes longer is cancelled on the server and counts as failed. */
  readonly statementTimeoutMs?: number
  /** How often a transaction may be tried that fails by serialization or deadlock; 1: not again. */
  readonly maxTries: number
  readonly objectives: readonly Objective[]
}

export type DriverName = 'wire' | 'postgres' | 'pg-client'

/** What one arrival runs: statements on one connection, in order. */
export interface Script {
  /** Unique within the scenario. */
  readonly id: string
  /** Share of the arrivals: weight / sum of weights. Above 0. */
  readonly weight: number
  /**
   * Names of the variables; a slot is an index into it. What a script sets twice has two slots of one
   * name, so that all of an arrival's values may be drawn before its first statement.
   */
  readonly variables: readonly string[]
  readonly steps: readonly Step[]
  /** Wait of a closed-loop client behind each run of the script, in ms. */
  readonly thinkMs?: Generator
}

export type Step = SetStep | StatementStep | SleepStep

/** Draws a value into a slot. */
export interface SetStep {
  readonly kind: 'set'
  readonly slot: number
  readonly generator: Generator
}

export interface StatementStep {
  readonly kind: 'statement'
  /** Unique within the script; the script's id when it is its only statement. */
  readonly id: string
  /** With `$1`, `$2`, …; one statement. */
  readonly sql: string
  /** The slot that `$n` takes its value from. */
  readonly parameters: readonly number[]
  /** Runs of statements with the same number go out together behind one Sync (`\startpipeline`). */
  readonly pipeline?: number
}

/** A pause within a script, in ms: the connection stays taken. */
export interface SleepStep {
  readonly kind: 'sleep'
  readonly ms: Generator
}

export type Load = OpenLoad | ClosedLoad

/** Arrivals come by the clock, whether or not the database keeps up: latency counts from there. */
export interface OpenLoad {
  readonly model: 'open'
  readonly arrivals: 'constant' | 'poisson'
  readonly stages: readonly [RateStage, ...RateStage[]]
}

export interface RateStage {
  readonly name: string
  readonly durationMs: number
  /** Transactions a second at the stage's start and end; between them a straight line. */
  readonly fromRate: number
  readonly toRate: number
  /** False for a warm-up or a ramp that is kept out of the figures. */
  readonly measured: boolean
}

/** Clients that wait for the answer before they go on: what the server cannot do is not asked for. */
export interface ClosedLoad {
  readonly model: 'closed'
  readonly stages: readonly [ClientStage, ...ClientStage[]]
}

export interface ClientStage {
  readonly name: string
  readonly durationMs: number
  readonly fromClients: number
  readonly toClients: number
  readonly measured: boolean
}

/** What must hold; with one that does not, the run's exit code is 1. */
export type Objective =
  | {
      readonly metric: 'latency'
      /** 50 to 100, such as 99.9. */
      readonly percentile: number
      readonly atMostMs: number
      readonly script?: string
    }
  | { readonly metric: 'mean'; readonly atMostMs: number; readonly script?: string }
  /** Failed / all, 0 to 1. */
  | { readonly metric: 'errors'; readonly atMost: number; readonly script?: string }
  /** Transactions a second that succeeded. */
  | { readonly metric: 'throughput'; readonly atLeast: number; readonly script?: string }
