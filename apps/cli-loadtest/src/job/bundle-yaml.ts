import { GENERATOR } from '@lakebase/cli-kit'

/** A `databricks.yml` for a folder that has none. */
export function bundleYaml(name: string, version: string): string {
  return `# Written by ${GENERATOR} ${version} (lakebase-loadtest job).
bundle:
  name: ${name}
  engine: direct
  databricks_cli_version: ">= 1.7.0, != 1.10.0"

include: [resources/*.yml]

targets:
  dev:
    mode: development
    default: true
`
}

/** Letters, digits and hyphens of a scenario's name. */
export function bundleName(scenario: string): string {
  const slug = scenario
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return `loadtest-${slug || 'run'}`
}
