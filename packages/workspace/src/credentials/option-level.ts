import type { WorkspaceOptions } from '../workspace-options.js'
import { checkedSecret } from './checked-secret.js'
import type { Level } from './setting.js'

/** What the caller wrote in the options. An empty text there is a mistake, not "not set". */
export function optionLevel(options: WorkspaceOptions): Level {
  return {
    name: 'options',
    ...(options.getToken && { getToken: options.getToken }),
    setting(name) {
      if (name === 'configFile') return undefined
      const value = options[name]
      return value === undefined ? undefined : { value: value.trim(), source: `option ${name}` }
    },
    secret(name) {
      const value = options[name]
      const source = `option ${name}`
      return value === undefined ? undefined : { value: checkedSecret(value, source), source }
    },
  }
}
