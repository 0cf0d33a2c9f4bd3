/** Names and values, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What `env` is when the caller gives none. */
export function processEnvironment(): Environment {
  // biome-ignore lint/style/noProcessEnv: the one place; whoever wants no ambient credentials passes `env: {}`.
  return process.env
}
