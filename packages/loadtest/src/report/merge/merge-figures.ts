import { mergeConnectErrors } from '../error-figures.js'
import { mergeLatencies } from '../latency.js'
import type {
  ConnectingFigures,
  GeneratorFacts,
  Latency,
  ScriptFigures,
  StatementFigures,
} from '../run-report.js'

/** One script's figures on several shards. */
export function mergeScripts(
  parts: readonly [ScriptFigures, ...ScriptFigures[]],
  seconds: number,
): ScriptFigures {
  const [first] = parts
  const succeeded = sum(parts, (part) => part.succeeded)
  return {
    id: first.id,
    ...(first.due !== undefined && { due: sum(parts, ({ due = 0 }) => due) }),
    succeeded,
    failed: sum(parts, (part) => part.failed),
    retries: sum(parts, (part) => part.retries),
    perSecond: seconds > 0 ? succeeded / seconds : 0,
    rows: sum(parts, (part) => part.rows),
    bytesReceived: sum(parts, (part) => part.bytesReceived),
    bytesSent: sum(parts, (part) => part.bytesSent),
    response: mergeLatencies(parts.map((part) => part.response)),
    service: mergeLatencies(parts.map((part) => part.service)),
    failure: mergeLatencies(parts.map((part) => part.failure)),
  }
}

export function mergeStatements(
  parts: readonly [StatementFigures, ...StatementFigures[]],
): StatementFigures {
  const [{ script, id, sql }] = parts
  return {
    ...{ script, id, sql },
    executed: sum(parts, (part) => part.executed),
    failed: sum(parts, (part) => part.failed),
    rows: sum(parts, (part) => part.rows),
    service: mergeLatencies(parts.map((part) => part.service)),
  }
}

/** Shares of the shard that was worst off: a mean would hide the one that could not keep up. */
export function mergeGenerators(parts: readonly GeneratorFacts[]): GeneratorFacts {
  const scheduleLag = mergeKnown(parts.map((part) => part.scheduleLag))
  const connectionWait = mergeKnown(parts.map((part) => part.connectionWait))
  return {
    workers: sum(parts, (part) => part.workers),
    cores: sum(parts, (part) => part.cores),
    cpuShare: Math.max(...parts.map((part) => part.cpuShare)),
    loopUtilization: Math.max(...parts.map((part) => part.loopUtilization)),
    loopDelay: mergeLatencies(parts.map((part) => part.loopDelay)),
    ...(scheduleLag && { scheduleLag }),
    ...(connectionWait && { connectionWait }),
    longestQueue: sum(parts, (part) => part.longestQueue),
  }
}

export function mergeConnecting(parts: readonly ConnectingFigures[]): ConnectingFigures {
  return {
    opened: sum(parts, (part) => part.opened),
    failed: sum(parts, (part) => part.failed),
    time: mergeLatencies(parts.map((part) => part.time)),
    errors: mergeConnectErrors(parts.flatMap((part) => part.errors)),
  }
}

function mergeKnown(latencies: readonly (Latency | undefined)[]): Latency | undefined {
  const known = latencies.filter((latency) => latency !== undefined)
  return known.length === 0 ? undefined : mergeLatencies(known)
}

function sum<T>(items: readonly T[], figure: (item: T) => number): number {
  return items.reduce((total, item) => total + figure(item), 0)
}
