import { type Revealable, Secret } from '../secrets/secret.js'
import { WorkspaceError } from '../workspace-error.js'
import { checkedSecret } from './checked-secret.js'
import type { Level, SecretName, SettingName, Sourced } from './setting.js'

/** The variables of a setting. Those after the first are the 2025 accelerator's. */
const VARIABLES: Readonly<Record<SettingName | SecretName, readonly string[]>> = {
  authType: ['DATABRICKS_AUTH_TYPE'],
  clientId: ['DATABRICKS_CLIENT_ID'],
  clientSecret: ['DATABRICKS_CLIENT_SECRET'],
  configFile: ['DATABRICKS_CONFIG_FILE'],
  host: ['DATABRICKS_HOST', 'DATABRICKS_SERVER_HOSTNAME'],
  httpPath: ['DATABRICKS_HTTP_PATH'],
  model: ['MODEL_NAME', 'DATABRICKS_ENDPOINT'],
  profile: ['DATABRICKS_CONFIG_PROFILE'],
  token: ['DATABRICKS_TOKEN', 'DATABRICKS_ACCESS_TOKEN'],
  warehouseId: ['DATABRICKS_WAREHOUSE_ID'],
}

/** Settings out of variables: the environment's, or those of a `.env` file. An empty one is not set. */
export function variableLevel(
  name: string,
  read: (variable: string) => string | Revealable | undefined,
): Level {
  function find(setting: SettingName | SecretName): Sourced<Secret> | undefined {
    const found = VARIABLES[setting].flatMap((variable) => {
      const value = read(variable)
      const text = (typeof value === 'string' ? value : value?.reveal())?.trim()
      return text ? [{ text, variable }] : []
    })
    const [first] = found
    const other = found.find(({ text }) => text !== first?.text)
    // The two of `model` mean different things, and the first is the plainer one.
    if (first && other && setting !== 'model') {
      throw new WorkspaceError(
        'CONFIG',
        `${first.variable} and ${other.variable} (${name}) mean the same and differ`,
        { hint: `Keep ${VARIABLES[setting][0]} and unset the other.` },
      )
    }
    return first && { value: new Secret(first.text), source: `${first.variable} (${name})` }
  }
  return {
    name,
    setting(setting) {
      const found = find(setting)
      return found && { ...found, value: found.value.reveal() }
    },
    secret(setting) {
      const found = find(setting)
      return found && { ...found, value: checkedSecret(found.value, found.source) }
    },
  }
}
