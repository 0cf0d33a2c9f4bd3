import { at, type Rule } from './rule.js'

/** LB022: a synced table needs a primary key, of columns that it has. */
export const primaryKey: Rule = ({ sync }, source) =>
  sync.tables.flatMap(({ name, primaryKeys, columns, at: table }) => {
    if (primaryKeys.length === 0) {
      const message = `${name}: a synced table needs a primary key`
      const hint = 'Name the columns that are unique together: primary_keys: [id].'
      return at(source, [...table, 'name'], { ruleId: 'LB022', level: 'error', message, hint })
    }
    if (columns.length === 0) return []
    const known = new Set(columns.map((column) => column.name.toLowerCase()))
    return primaryKeys
      .filter((key) => !known.has(key.toLowerCase()))
      .map((key) => {
        const message = `${name}: primary key column "${key}" is not among the columns`
        return at(source, [...table, 'primary_keys'], { ruleId: 'LB022', level: 'error', message })
      })
  })

/** LB023: rows with NULL in the key are left out of the sync, and nothing says so. */
export const nullableKey: Rule = ({ sync }, source) =>
  sync.tables.flatMap(({ name, primaryKeys, columns, at: table }) => {
    const keys = new Set(primaryKeys.map((key) => key.toLowerCase()))
    return columns.flatMap((column, index) => {
      const path = [...table, 'columns', index, 'nullable']
      // Only what the file says: a catalog calls every column nullable that has no constraint.
      if (!keys.has(column.name.toLowerCase()) || source.read(path) !== true) return []
      const message = `${name}: key column "${column.name}" is nullable, and rows without it are left out silently`
      const hint = `Declare it NOT NULL, or filter in a view.`
      return at(source, path, { ruleId: 'LB023', level: 'warn', message, hint })
    })
  })
