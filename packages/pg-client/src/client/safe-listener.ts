import type { Emit } from '../event.js'

/** What the application's listener throws ends no query: it becomes a warning of the process. */
export function safeListener(listener: Emit | undefined): Emit | undefined {
  if (listener === undefined) return undefined
  return (event) => {
    try {
      listener(event)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      process.emitWarning(`onEvent threw at ${event.type}: ${reason}`, 'LakebaseWarning')
    }
  }
}
