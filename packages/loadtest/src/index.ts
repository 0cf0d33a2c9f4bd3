export { applyCalibration, type MeasurableLimits } from './calibrate/apply-calibration.js'
export { calibrate, type SweptEndpoint } from './calibrate/calibrate.js'
export type { Calibration, MeasuredRate, MeasuredRateName } from './calibrate/calibration.js'
export { type CompareOptions, compareRuns } from './compare/compare-runs.js'
export type {
  ComparedMetric,
  Comparison,
  Difference,
  Finding,
  Interval,
} from './compare/comparison.js'
export { draftLookups } from './draft/draft-lookups.js'
export { type DraftedQuery, draftQuery, type QuerySource } from './draft/draft-query.js'
export type { DraftedParameter, WrittenGenerator } from './draft/drafted-parameter.js'
export { type ClientPool, type PooledClient, poolDriver } from './driver/pool-driver.js'
export {
  type PostgresClient,
  type PostgresQuery,
  type PostgresValue,
  postgresDriver,
} from './driver/postgres-driver.js'
export type { Driver, OpenDriver } from './driver/session.js'
export { type FillStatement, fillStatements } from './fill/fill-statements.js'
export { type FillTable, fillTables } from './fill/fill-table.js'
export { type CompiledScript, compileScript } from './generate/compile-script.js'
export { GenerateError } from './generate/generate-error.js'
export { type ReadColumn, resolveColumns } from './generate/resolve-columns.js'
export { type HdrLogInterval, hdrLog } from './histogram/hdr-log.js'
export { Histogram, type HistogramSnapshot } from './histogram/histogram.js'
export type { HistogramDigits } from './histogram/layout.js'
export { fileHistory } from './history/file-history.js'
export type { RunHistory } from './history/run-history.js'
export { type RunHistorySql, tableHistory } from './history/table-history.js'
export { LoadtestError, type LoadtestErrorCode } from './loadtest-error.js'
export { mergeReports } from './report/merge/merge-reports.js'
export { parseObjective } from './report/objective/parse-objective.js'
export { formatReport, parseReport } from './report/parse/parse-report.js'
export type {
  ConnectingFigures,
  ErrorFigures,
  GeneratorFacts,
  Latency,
  ObjectiveResult,
  RunReport,
  ScriptFigures,
  SeriesPoint,
  ServerFigures,
  ServerStatement,
  StatementFigures,
  TargetFacts,
  Verdict,
} from './report/run-report.js'
export { type RunOptions, runScenario } from './run-scenario.js'
export { atRate } from './scenario/at-rate.js'
export type { Expression, ExpressionType, Generator, ParameterValue } from './scenario/generator.js'
export {
  type ParsedScenarios,
  parseScenario,
  type ScenarioOptions,
} from './scenario/parse-scenario.js'
export type {
  ClientStage,
  ClosedLoad,
  DriverName,
  Load,
  Objective,
  OpenLoad,
  RateStage,
  Scenario,
  Script,
  SetStep,
  SleepStep,
  StatementStep,
  Step,
} from './scenario/scenario.js'
export { type ScenarioRule, scenarioRules } from './scenario/scenario-rules.js'
export type { ScenarioTarget } from './scenario/scenario-target.js'
export { type SweepOptions, sweep } from './sweep/sweep.js'
export type { SweepSettings } from './sweep/sweep-plan.js'
export type { SweepOutcome, SweepPhase, SweepResult, SweepStep } from './sweep/sweep-result.js'
export type { Target, TargetTls } from './target.js'
