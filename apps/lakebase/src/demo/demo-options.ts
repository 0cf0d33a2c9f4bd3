import type { OptionReader } from '@lakebase/cli-kit'

/** The flags of the demo, as typed. */
export function demoOptions(read: OptionReader) {
  return {
    outputDir: read.text('-d, --output-dir <folder>', 'Default: lakebase-demo'),
    noLoad: read.flag(
      '--no-load',
      'Leave out the load test and the index advice, which take most of the time',
    ),
    json: read.flag('--json', 'The report as one JSON document on stdout, also on failure'),
    color: read.choice('--color <when>', 'Colour', ['auto', 'always', 'never']),
    quiet: read.flag('-q, --quiet', 'Say nothing beside the result'),
  }
}

export type DemoOptions = ReturnType<typeof demoOptions>
