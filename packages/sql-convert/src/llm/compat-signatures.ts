import { sparkCompatSql } from '../compat/library.js'

/** Functions of `spark_compat` that have the name of a function in a statement, with their arguments. */
export function compatSignatures(source: string): readonly string[] {
  const words = new Set(source.toLowerCase().match(/[a-z_]\w*(?=\s*\()/g) ?? [])
  return signatures().flatMap(({ name, signature }) => (words.has(name) ? [`- ${signature}`] : []))
}

interface Signature {
  readonly name: string
  readonly signature: string
}

let known: readonly Signature[] | undefined

function signatures(): readonly Signature[] {
  known ??= [
    ...sparkCompatSql().matchAll(
      /^CREATE OR REPLACE FUNCTION (spark_compat\.(\w+)\([^)]*\)) RETURNS ([\w ]+?(?:\[\])?)(?=\s+(?:LANGUAGE|IMMUTABLE|STABLE|VOLATILE|STRICT|PARALLEL|AS|RETURN)\b|\n)/gm,
    ),
  ].map(([, call = '', name = '', type = '']) => ({ name, signature: `${call} returns ${type}` }))
  return known
}
