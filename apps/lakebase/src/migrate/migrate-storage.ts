import type { MigrationStep } from './migration-step.js'

const OLD = ['database_storage', 'restore_windows_days'] as const
const NEW = ['database_storage', 'restore_window_days'] as const

/** The window under its own name, within what the product keeps. */
export const migrateStorage: MigrationStep = (file, { storage }) => {
  if (!file.hasIn(OLD)) return []
  const days = file.getIn(OLD)
  const kept = storage.restoreWindowDays
  const key = OLD.join('.')
  file.deleteIn(OLD)
  if (kept === undefined) {
    return [{ key, became: 'nothing', why: '0 said nothing; the product keeps its default' }]
  }
  if (!file.hasIn(NEW)) file.setIn(NEW, kept)
  const why =
    kept === days
      ? 'the old estimator read it and never priced it; now it is'
      : `the product does not keep ${days} days`
  return [{ key, became: `${NEW.join('.')}: ${kept}`, why }]
}
