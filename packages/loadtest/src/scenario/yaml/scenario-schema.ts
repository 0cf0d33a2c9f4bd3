import * as v from 'valibot'
import { parametersSchema } from './generator-schema.js'
import { loadSchema, thinkTime } from './load-schema.js'
import { objectivesSchema } from './objectives-schema.js'
import { count, positiveDuration, text, weight, wholeNumber } from './scalars.js'
import { targetSchema } from './target-schema.js'

const scriptSchema = v.union(
  [
    v.pipe(text, v.description('SQL, with :name for parameters.')),
    v.strictObject({
      sql: v.exactOptional(
        v.pipe(text, v.description('One statement or several, which one arrival runs in order.')),
      ),
      file: v.exactOptional(
        v.pipe(
          text,
          v.description('Path beside the scenario: SQL, or a script of pgbench.'),
          v.examples(['queries/order_page.sql']),
        ),
      ),
      builtin: v.exactOptional(
        v.pipe(
          v.picklist(['tpcb-like', 'simple-update', 'select-only']),
          v.description('A script that pgbench has built in, over the tables of pgbench -i.'),
        ),
      ),
      weight: v.exactOptional(
        v.pipe(weight, v.description('Share of the arrivals, among all weights. 1 when missing.')),
      ),
      parameters: v.exactOptional(parametersSchema),
      think_time: v.exactOptional(thinkTime),
      objectives: v.exactOptional(objectivesSchema),
    }),
  ],
  'must be SQL, or a map with sql, file or builtin',
)

const scriptsSchema = v.pipe(
  v.record(text, scriptSchema),
  v.description('What an arrival runs: one of these, by weight. The key names it in reports.'),
)

/** The one description of a scenario file: types, checks and the editor's JSON Schema come from it. */
export const scenarioSchema = v.pipe(
  v.strictObject({
    name: v.exactOptional(v.pipe(text, v.description("In reports. The file's name when missing."))),
    description: v.exactOptional(v.pipe(v.string(), v.description('What it is for; in reports.'))),
    seed: v.exactOptional(
      v.pipe(
        wholeNumber,
        v.description('Two runs of one seed draw the same values. 1 when missing.'),
      ),
    ),
    target: v.exactOptional(targetSchema),
    driver: v.exactOptional(
      v.pipe(
        v.picklist(['wire', 'postgres', 'pg-client']),
        v.description(
          'Who speaks to the server: our own protocol, or a client that an application would use. wire when missing.',
        ),
      ),
    ),
    connections: v.exactOptional(
      v.pipe(
        count,
        v.description(
          'Open loop: connections that arrivals share. Derived from the rate when missing.',
        ),
      ),
    ),
    connect_timeout: v.exactOptional(positiveDuration('For a new connection. 10s when missing.')),
    statement_timeout: v.exactOptional(
      positiveDuration('A statement that takes longer is cancelled, and counts as failed.'),
    ),
    max_tries: v.exactOptional(
      v.pipe(
        count,
        v.description(
          'How often a transaction may be tried that fails by serialization or deadlock. 1 when missing.',
        ),
      ),
    ),
    scale: v.exactOptional(
      v.pipe(
        count,
        v.description('`:scale` of pgbench scripts, the -s of pgbench -i. 1 when missing.'),
      ),
    ),
    definitions: v.exactOptional(
      v.pipe(
        v.record(text, v.union([v.number(), v.string(), v.boolean()])),
        v.description('Variables of pgbench scripts, its -D name=value.'),
      ),
    ),
    parameters: v.exactOptional(
      v.pipe(parametersSchema, v.description('Parameters that several scripts use.')),
    ),
    scripts: v.exactOptional(scriptsSchema),
    queries: v.exactOptional(scriptsSchema),
    load: loadSchema,
    objectives: v.exactOptional(objectivesSchema),
  }),
  v.title('Lakebase load test'),
  v.description('What to run against a Postgres, at which rate, and what to expect of it.'),
)

export type ScenarioFile = v.InferOutput<typeof scenarioSchema>
export type ScriptFile = Exclude<v.InferOutput<typeof scriptSchema>, string>
