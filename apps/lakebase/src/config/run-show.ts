import { type Exit, formatTable, type Io } from '@lakebase/cli-kit'
import { type Setting, settingsOf } from './settings.js'
import type { ShowOptions } from './show-command.js'

/** What `config show --json` prints. Version 1; fields are added, never changed. */
export interface SettingsReport {
  readonly ok: boolean
  readonly schemaVersion: 1
  readonly settings: readonly Setting[]
  readonly exit: Exit
}

export async function runShow({ config, origin, json }: ShowOptions, io: Io): Promise<Exit> {
  const exit: Exit = { code: 0, reason: 'ok' }
  const settings = await settingsOf(config, io)
  const report: SettingsReport = { ok: true, schemaVersion: 1, settings, exit }
  io.stdout(
    json ? `${JSON.stringify(report, null, 2)}\n` : `${table(settings, origin).join('\n')}\n`,
  )
  return exit
}

function table(settings: readonly Setting[], origin: boolean): readonly string[] {
  const columns = [{ title: 'setting' }, { title: 'value' }]
  const rows = settings.map((one) => [
    one.name,
    one.value ?? 'not set',
    ...(origin ? [one.origin] : []),
  ])
  return formatTable(origin ? [...columns, { title: 'from' }] : columns, rows)
}
