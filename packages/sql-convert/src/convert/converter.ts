import { type Catalog, createCatalog } from '../catalog/catalog.js'
import type { SchemaTable } from '../catalog/schema-table.js'
import { mentionedFunctions } from '../compat/mentioned-functions.js'
import type { Rules } from '../functions/rules.js'
import { Context, hasNamesOfText } from '../lower/context.js'
import { Lowerer } from '../lower/lowerer.js'
import { Refusal, type RefusalCode } from '../lower/refusal.js'
import { lowerStatement } from '../lower/statement/statement.js'
import { placeOf } from '../source/span.js'
import { parseSparkScript, type ScriptPart } from '../spark/parse/parse-script.js'
import type { ConvertedStatement, Diagnostic } from './converted-statement.js'
import { isPostgres } from './is-postgres.js'

/** Converts scripts one after the other; what a statement creates is known to those after it. */
export interface Converter {
  readonly convert: (text: string) => ConversionResult
}

export interface ConversionResult {
  readonly statements: readonly ConvertedStatement[]
  /** What all of them need of `spark_compat`: give it to {@link sparkCompatSql}. */
  readonly compatFunctions: readonly string[]
}

export interface ConverterOptions {
  /** The version that is written for; 17 is Lakebase's default. */
  readonly postgres?: 17
  /** Tables that no statement of the scripts creates. */
  readonly schema?: readonly SchemaTable[]
}

/** A converter that knows the functions of these rules, and no others. */
export function converterWith(rules: Rules, { schema = [] }: ConverterOptions = {}): Converter {
  const catalog = createCatalog()
  for (const { name, columns } of schema) catalog.setTable(name, columns)
  return { convert: (text) => convertScript(rules, catalog, text) }
}

function convertScript(rules: Rules, catalog: Catalog, text: string): ConversionResult {
  if (isPostgres(text)) {
    return { statements: [passedThrough(text)], compatFunctions: [] }
  }
  const script = { text, namesColumns: hasNamesOfText(text) }
  const parts = parseSparkScript(text)
  const statements = parts.map((part) => convertPart(rules, catalog, script, part))
  const names = statements.flatMap(({ compatFunctions }) => compatFunctions)
  return { statements, compatFunctions: [...new Set(names)] }
}

function passedThrough(text: string): ConvertedStatement {
  return {
    start: 0,
    end: text.length,
    kind: 'script',
    status: 'already_postgres',
    sql: [text],
    semantics: 'exact',
    diagnostics: [],
    compatFunctions: [],
    parameters: [],
  }
}

interface Script {
  readonly text: string
  readonly namesColumns: boolean
}

function convertPart(
  rules: Rules,
  catalog: Catalog,
  { text, namesColumns }: Script,
  part: ScriptPart,
): ConvertedStatement {
  const { start, end } = part
  const none = {
    start,
    end,
    sql: [],
    semantics: 'exact',
    compatFunctions: [],
    parameters: [],
  } as const
  if ('error' in part) {
    const { message, span } = part.error
    const diagnostic = { code: 'SQ001', severity: 'error', message, span } as const
    return { ...none, kind: 'unreadable', status: 'parse_error', diagnostics: [diagnostic] }
  }
  const { kind } = part.statement
  const context = new Context(text, part, namesColumns)
  try {
    noteSettings(context, catalog, part)
    const sql = lowerStatement(new Lowerer(context, catalog, rules), part.statement)
    return {
      start,
      end,
      kind,
      status: 'converted',
      sql,
      semantics: weakest(context),
      diagnostics: notesOf(context),
      compatFunctions: mentionedFunctions(sql.join('\n')),
      parameters: context.parameters,
    }
  } catch (error) {
    if (isTooDeep(error)) return { ...none, kind, ...tooDeep(part) }
    if (!(error instanceof Refusal)) throw error
    return { ...none, kind, ...refused(error, context) }
  }
}

/** A chain of some thousand operators is a tree so deep that walking it exhausts the stack. */
function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message)
}

function tooDeep({ start, end }: ScriptPart): Pick<ConvertedStatement, 'diagnostics' | 'status'> {
  const message = 'an expression of some thousand operators in a row'
  const hint = 'Write IN (…) for a chain of OR, or join with a table of the values.'
  const span = { start, end }
  return {
    status: 'unsupported',
    diagnostics: [{ code: 'SQ002', severity: 'error', message, hint, span }],
  }
}

function refused(
  { message, hint, span, refusal }: Refusal,
  context: Context,
): Pick<ConvertedStatement, 'diagnostics' | 'status'> {
  const { status, code } = STATUS[refusal]
  const severity = refusal === 'not applicable' ? 'note' : 'error'
  const place = placeOf(span)
  const diagnostic = {
    code,
    severity,
    message,
    span: place,
    ...(hint !== undefined && { hint }),
  } as const
  return { status, diagnostics: [...notesOf(context), diagnostic] }
}

const STATUS: Readonly<
  Record<RefusalCode, Pick<ConvertedStatement, 'status'> & Pick<Diagnostic, 'code'>>
> = {
  'needs schema': { status: 'needs_schema', code: 'SQ003' },
  'not applicable': { status: 'not_applicable', code: 'SQ004' },
  unsupported: { status: 'unsupported', code: 'SQ002' },
}

function noteSettings(context: Context, { settings }: Catalog, { start, end }: ScriptPart): void {
  for (const setting of settings) {
    const because = `The script sets ${setting}, which the conversion does not follow.`
    context.note({ grade: 'approximate', because, span: { start, end } })
  }
}

function weakest({ notes }: Context): ConvertedStatement['semantics'] {
  if (notes.some(({ grade }) => grade === 'approximate')) return 'approximate'
  return notes.length > 0 ? 'equivalent' : 'exact'
}

function notesOf({ notes }: Context): readonly Diagnostic[] {
  return notes.map(({ grade, because, span }) => ({
    code: grade === 'approximate' ? 'SQ011' : 'SQ010',
    severity: grade === 'approximate' ? 'warning' : 'note',
    message: because,
    span: placeOf(span),
  }))
}
