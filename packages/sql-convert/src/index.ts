export { describeTable } from './catalog/describe-table.js'
export { SchemaError } from './catalog/schema-error.js'
export { schemaFromDdl } from './catalog/schema-from-ddl.js'
export { schemaFromJson } from './catalog/schema-from-json.js'
export type { SchemaTable } from './catalog/schema-table.js'
export { sparkCompatSql } from './compat/library.js'
export type {
  ConversionStatus,
  ConvertedStatement,
  Diagnostic,
  DiagnosticCode,
} from './convert/converted-statement.js'
export type { ConversionResult, Converter, ConverterOptions } from './convert/converter.js'
export { createConverter } from './convert/create-converter.js'
export type { ScriptHeader } from './render/render-header.js'
export { type RenderOptions, renderScript } from './render/render-script.js'
export { type LineAndColumn, type LineIndex, lineIndex } from './source/line-index.js'
export type { Expression } from './spark/ast/expression.js'
export type { Query } from './spark/ast/query.js'
export type { Statement } from './spark/ast/statement.js'
export { LexError } from './spark/lex/lex-error.js'
export { ParseError } from './spark/parse/parse-error.js'
export { parseSparkQuery } from './spark/parse/parse-query.js'
export { parseSparkScript, type ScriptPart } from './spark/parse/parse-script.js'
