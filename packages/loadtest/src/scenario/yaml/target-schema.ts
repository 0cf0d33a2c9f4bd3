import * as v from 'valibot'
import { text } from './scalars.js'

/** How a file names a variable of the environment. */
function reference(name: string): string {
  return `\${${name}}`
}

export const targetSchema = v.pipe(
  v.strictObject({
    url: v.exactOptional(
      v.pipe(text, v.description('A Postgres URL.'), v.examples([reference('DATABASE_URL')])),
    ),
    host: v.exactOptional(text),
    port: v.exactOptional(
      v.union([v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)), v.string()]),
    ),
    database: v.exactOptional(text),
    user: v.exactOptional(text),
    password: v.exactOptional(
      v.pipe(
        text,
        v.description('A variable of the environment, never the password itself.'),
        v.examples([reference('PGPASSWORD')]),
      ),
    ),
    sslmode: v.exactOptional(
      v.pipe(
        v.picklist(['disable', 'require', 'verify-full']),
        v.description('verify-full when missing, and disable for this machine.'),
      ),
    ),
    ca: v.exactOptional(
      v.pipe(text, v.description("File with certificates (PEM) to trust beside the system's.")),
    ),
    search_path: v.exactOptional(v.pipe(text, v.description('Schemas of unqualified names.'))),
    lakebase: v.exactOptional(
      v.pipe(
        text,
        v.description(
          'Endpoint of a Lakebase project; tokens come from the workspace you are signed in to.',
        ),
        v.examples(['projects/shop/branches/main/endpoints/primary']),
      ),
    ),
  }),
  v.description(`The server under test. ${reference('NAME')} takes a variable of the environment.`),
)

export type TargetFile = v.InferOutput<typeof targetSchema>
