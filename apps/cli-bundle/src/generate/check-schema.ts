import { readInput } from '@lakebase/cli-kit'
import type { Finding } from '@lakebase/config'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { parse } from 'yaml'

/** What the command line's own JSON Schema says of the YAML files. The schema is the user's, by path. */
export function checkSchema(
  files: ReadonlyMap<string, string>,
  schemaFile: string,
  cwd: string,
): readonly Finding[] {
  const validate = compile(schemaFile, cwd)
  return [...files]
    .filter(([path]) => path.endsWith('.yml'))
    .flatMap(([path, text]) => {
      if (validate(parse(text))) return []
      const error = deepest(validate)
      return [
        {
          ruleId: 'BG070',
          level: 'error',
          message: `${path}: ${error?.instancePath || '/'} ${error?.message ?? 'does not fit the schema'}`,
          file: path,
          hint: `${schemaFile} may be of another version of the Databricks command line`,
        } as const,
      ]
    })
}

function compile(schemaFile: string, cwd: string): ValidateFunction {
  const { text } = readInput(schemaFile, cwd)
  return new Ajv2020({ strict: false, logger: false }).compile(JSON.parse(text))
}

/** Every value may also be a reference, so the first error is only "none of them": the deepest one tells more. */
function deepest({ errors }: ValidateFunction) {
  return [...(errors ?? [])].sort((a, b) => b.instancePath.length - a.instancePath.length)[0]
}
