import { type Document, isNode, visit } from 'yaml'
import type { Finding } from '../finding.js'
import type { SourceText } from './source-text.js'

/** Aliases that name no anchor before them, or the very value that they stand in. */
export function aliasFindings(document: Document.Parsed, source: SourceText): readonly Finding[] {
  const anchors = new Set<string>()
  const findings: Finding[] = []
  visit(document, {
    Node(_, node, ancestors) {
      if (node.range == null) return
      if ('anchor' in node && node.anchor) anchors.add(node.anchor)
      if (!('source' in node) || 'value' in node || node.source === undefined) return
      const name = node.source
      const inside = ancestors.some((one) => isNode(one) && 'anchor' in one && one.anchor === name)
      if (anchors.has(name) && !inside) return
      const message = inside
        ? `alias "*${name}" stands inside its own anchor`
        : `alias "*${name}" has no anchor "&${name}" before it`
      const place = source.place(node.range[0], node.range[1])
      findings.push({ ruleId: 'LB001', level: 'error', message, ...place })
    },
  })
  return findings
}
