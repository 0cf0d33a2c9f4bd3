import rules from '../data/bundle-rules.json' with { type: 'json' }

/** A rule that findings refer to, in words for `explain`. */
export interface BundleRule {
  readonly id: string
  readonly title: string
  /** What goes wrong otherwise. */
  readonly why: string
  /** YAML that breaks it. */
  readonly wrong: string
  /** YAML that does not. */
  readonly right: string
  readonly source: string
  readonly asOf: string
}

/** Every rule of a bundle by id. */
export const bundleRules: readonly BundleRule[] = rules.map((rule) => ({
  ...rule,
  wrong: rule.wrong.join('\n'),
  right: rule.right.join('\n'),
}))
