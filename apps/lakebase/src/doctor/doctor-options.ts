import type { OptionReader } from '@lakebase/cli-kit'

/** The flags of the doctor, as typed. */
export function doctorOptions(read: OptionReader) {
  return {
    config: read.text(
      '-c, --config <file>',
      'Workload whose tables and project are looked at; default: the nearest one upwards, if any',
    ),
    profile: read.text('--profile <name>', 'A profile of ~/.databrickscfg'),
    branch: read.text(
      '--branch <name>',
      'Branch of the project whose port is tried; default: production, which a project begins with',
    ),
    start: read.flag('--start', 'Ask a stopped warehouse too, which starts it and costs money'),
    json: read.flag('--json', 'One JSON document on stdout, also on failure'),
    color: read.choice('--color <when>', 'Colour', ['auto', 'always', 'never']),
    quiet: read.flag('-q, --quiet', 'Say nothing beside the result'),
  }
}

export type DoctorOptions = ReturnType<typeof doctorOptions>
