import { Document, type DocumentOptions, type SchemaOptions, type ToStringOptions } from 'yaml'

/**
 * The Databricks command line reads YAML with Go's yaml.v3, which still knows some of YAML 1.1: a text
 * such as `1_000`, `012` or `on` is quoted for both.
 */
const OPTIONS: DocumentOptions & SchemaOptions = { compat: 'yaml-1.1' }

/** No line is folded, so that a change in one word is a change of one line. */
const PRINTED: ToStringOptions = { lineWidth: 0, flowCollectionPadding: false }

/** An empty document that prints as a bundle file should. */
export function emptyDocument(): Document {
  return new Document({}, OPTIONS)
}

/** The text of a bundle file. */
export function printDocument(document: Document): string {
  return document.toString(PRINTED)
}
