import type { FunctionRule } from '../rule.js'

const RULES: readonly FunctionRule[] = [
  ...['vector_cosine_similarity', 'vector_inner_product', 'vector_l2_distance'].map(
    (name): FunctionRule => ({
      signature: `${name}(array<float>, array<float>) -> float`,
      sql: `spark_compat.${name}($1, $2)`,
    }),
  ),
  { signature: 'vector_norm(array<float>) -> float', sql: 'spark_compat.vector_norm($1, 2)' },
  {
    signature: 'vector_norm(array<float>, float) -> float',
    sql: 'spark_compat.vector_norm($1, $2)',
  },
  {
    signature: 'vector_normalize(array<float>) -> array<float>',
    sql: 'spark_compat.vector_normalize($1, 2)',
  },
  {
    signature: 'vector_normalize(array<float>, float) -> array<float>',
    sql: 'spark_compat.vector_normalize($1, $2)',
  },
]

/** Vectors, which are arrays of FLOAT. */
export const VECTOR_RULES: readonly FunctionRule[] = RULES.map((rule) => ({
  ...rule,
  grade: 'equivalent',
  because: 'vectors are summed up as DOUBLE, where Spark does it as FLOAT',
}))
