import { type Catalog, createCatalog } from '../catalog/catalog.js'
import { compatNames, compatSql } from '../compat/library.js'
import { rulesOf } from '../functions/rules.js'
import { type Context, contextOf } from '../lower/context.js'
import { lowererOf } from '../lower/lowerer.js'
import { Refusal, type RefusalCode } from '../lower/refusal.js'
import { lowerStatement } from '../lower/statement/statement.js'
import { parseSparkScript, type ScriptPart } from '../spark/parse/parse-script.js'
import type { Conversion, Diagnostic } from './conversion.js'

/** Converts scripts one after the other; what a statement creates is known to those after it. */
export interface Converter {
  readonly convert: (text: string) => readonly Conversion[]
}

/**
 * A converter of Databricks SQL to PostgreSQL 17.
 *
 * @example
 * createConverter().convert('SELECT 7 / 2 AS half')[0]?.statements // ['SELECT 7::double precision / 2::double precision AS half']
 */
export function createConverter(catalog: Catalog = createCatalog()): Converter {
  return {
    convert: (text) => parseSparkScript(text).map((part) => convertPart(catalog, text, part)),
  }
}

/** The library that the conversions need: `CREATE OR REPLACE FUNCTION` of each function they call. */
export function compatLibrary(conversions: readonly Conversion[]): string {
  const names = conversions.flatMap(({ compatFunctions }) => compatFunctions)
  return compatSql([...new Set(names)])
}

const STATUS: Readonly<Record<RefusalCode, Conversion['status']>> = {
  'needs schema': 'needs schema',
  'not applicable': 'not applicable',
  unsupported: 'unsupported',
}

function convertPart(catalog: Catalog, text: string, part: ScriptPart): Conversion {
  const { start, end } = part
  const empty = { start, end, statements: [], compatFunctions: [], parameters: [] }
  if ('error' in part) {
    const { message, span } = part.error
    return { ...empty, status: 'unreadable', diagnostics: [{ severity: 'error', message, span }] }
  }
  const context = contextOf(text)
  try {
    noteSettings(context, catalog, part)
    const statements = lowerStatement(lowererOf(context, catalog, rulesOf), part.statement)
    const diagnostics = notesOf(context)
    return {
      start,
      end,
      status: diagnostics.length > 0 ? 'converted with notes' : 'converted',
      statements,
      diagnostics,
      compatFunctions: compatNames(statements.join('\n')),
      parameters: context.parameters,
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { message, hint, span, code } = error
    const severity = code === 'not applicable' ? 'note' : 'error'
    const diagnostic = { severity, message, span, ...(hint !== undefined && { hint }) } as const
    return { ...empty, status: STATUS[code], diagnostics: [...notesOf(context), diagnostic] }
  }
}

function noteSettings(context: Context, { settings }: Catalog, { start, end }: ScriptPart): void {
  for (const setting of settings) {
    const because = `The script sets ${setting}, which the conversion does not follow.`
    context.note({ grade: 'approximate', because, span: { start, end } })
  }
}

function notesOf({ notes }: Context): readonly Diagnostic[] {
  return notes.map(({ grade, because, span }) => ({
    severity: grade === 'approximate' ? 'warning' : 'note',
    message: because,
    span,
  }))
}
