import type { OptionReader } from '@lakebase/cli-kit'

/** The flags of a generation, as typed. */
export function generateOptions(read: OptionReader) {
  return {
    config: read.text(
      '-c, --config <file>',
      'Workload file (- = stdin); default: the nearest one upwards',
    ),
    json: read.flag('--json', 'One JSON document on stdout, also on failure'),
  }
}

export type GenerateOptions = ReturnType<typeof generateOptions>
