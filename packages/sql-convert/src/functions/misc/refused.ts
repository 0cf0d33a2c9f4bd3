import type { FunctionRule } from '../rule.js'

const ENGINE = 'it tells of the work of Spark, which is not there'
const MODEL = 'it calls a model of Databricks'
const MODEL_HINT = 'Compute the column in Databricks before the sync.'

const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  secret: ['secrets are in the workspace', 'Give the value as a parameter.'],
  try_secret: ['secrets are in the workspace', 'Give the value as a parameter.'],
  java_method: ['there is no Java', ''],
  reflect: ['there is no Java', ''],
  try_reflect: ['there is no Java', ''],
  input_file_block_length: [ENGINE, ''],
  input_file_block_start: [ENGINE, ''],
  input_file_name: [ENGINE, 'Keep the file name in a column.'],
  monotonically_increasing_id: [ENGINE, 'Use row_number() or an identity column.'],
  spark_partition_id: [ENGINE, ''],
  sentences: ['it needs rules of languages that PostgreSQL has not', MODEL_HINT],
  current_metastore: ['there is no metastore', ''],
  ai_analyze_sentiment: [MODEL, MODEL_HINT],
  ai_classify: [MODEL, MODEL_HINT],
  ai_extract: [MODEL, MODEL_HINT],
  ai_fix_grammar: [MODEL, MODEL_HINT],
  ai_forecast: [MODEL, MODEL_HINT],
  ai_gen: [MODEL, MODEL_HINT],
  ai_mask: [MODEL, MODEL_HINT],
  ai_parse_document: [MODEL, MODEL_HINT],
  ai_query: [MODEL, MODEL_HINT],
  ai_similarity: [MODEL, MODEL_HINT],
  ai_summarize: [MODEL, MODEL_HINT],
  ai_translate: [MODEL, MODEL_HINT],
}

/** Functions that have no counterpart, with the reason and a way out. */
export const REFUSED_RULES: readonly FunctionRule[] = Object.entries(REASONS).flatMap(
  ([name, [why, hint]]) =>
    ['', 'any…'].map(
      (parameters): FunctionRule => ({
        signature: `${name}(${parameters}) -> any`,
        lower: (call) => call.refuse(why, hint === '' ? undefined : hint),
      }),
    ),
)
