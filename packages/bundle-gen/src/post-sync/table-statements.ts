import type { TableSpec } from '../spec/bundle-spec.js'
import type { GrantSpec } from '../spec/post-sync-spec.js'
import { indexName } from './index-name.js'
import { quoteIdent, quoteLiteral } from './quote.js'

/** Statements of PL/pgSQL that bring one table to what is declared, and do nothing where it is so. */
export function tableStatements(table: TableSpec): readonly string[] {
  const [schema, name] = [table.targetSchema.toLowerCase(), table.targetTable.toLowerCase()]
  const qualified = `${quoteIdent(schema)}.${quoteIdent(name)}`
  return [
    ...(table.owner === undefined ? [] : ownerStatement(qualified, table.owner)),
    ...table.indexes.map((index) => {
      const columns = index.columns.map(quoteIdent).join(', ')
      const unique = index.unique ? 'UNIQUE ' : ''
      return `CREATE ${unique}INDEX IF NOT EXISTS ${quoteIdent(indexName(schema, name, index))} ON ${qualified} (${columns});`
    }),
    ...table.grants.flatMap((grant) => grantStatements(schema, qualified, grant)),
  ]
}

function ownerStatement(qualified: string, owner: string): readonly string[] {
  return [
    `IF (SELECT relowner FROM pg_class WHERE oid = ${regclass(qualified)}) <> ${regrole(owner)} THEN`,
    `  ALTER TABLE ${qualified} OWNER TO ${quoteIdent(owner)};`,
    'END IF;',
  ]
}

/** A GRANT of what is granted already would still write the catalog, so it is asked first. */
function grantStatements(
  schema: string,
  qualified: string,
  { privileges, to }: GrantSpec,
): readonly string[] {
  const schemaAcl = `(SELECT coalesce(nspacl, acldefault('n', nspowner)) FROM pg_namespace WHERE nspname = ${quoteLiteral(schema)})`
  const tableAcl = `(SELECT coalesce(relacl, acldefault('r', relowner)) FROM pg_class WHERE oid = ${regclass(qualified)})`
  return [
    ...grantUnless(schemaAcl, 'USAGE', to, `GRANT USAGE ON SCHEMA ${quoteIdent(schema)}`),
    ...privileges.flatMap((privilege) =>
      grantUnless(tableAcl, privilege, to, `GRANT ${privilege} ON TABLE ${qualified}`),
    ),
  ]
}

function grantUnless(acl: string, privilege: string, to: string, grant: string): readonly string[] {
  return [
    `IF NOT EXISTS (SELECT FROM aclexplode(${acl}) WHERE grantee = ${regrole(to)} AND privilege_type = '${privilege}') THEN`,
    `  ${grant} TO ${quoteIdent(to)};`,
    'END IF;',
  ]
}

function regclass(qualified: string): string {
  return `${quoteLiteral(qualified)}::regclass`
}

function regrole(role: string): string {
  return `${quoteLiteral(quoteIdent(role))}::regrole`
}
