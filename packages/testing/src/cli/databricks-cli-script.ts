/**
 * The program that stands in for `databricks`. It reads its orders anew on each call from
 * `orders.json` beside it, and writes each call to `calls.jsonl`.
 */
export const DATABRICKS_CLI_SCRIPT = `
import { appendFileSync, existsSync, readFileSync } from 'node:fs'

const here = (name) => new URL(name, import.meta.url)
const args = process.argv.slice(2)
appendFileSync(here('calls.jsonl'), JSON.stringify({ args, atMs: Date.now() }) + '\\n')
const orders = JSON.parse(readFileSync(here('orders.json'), 'utf8'))

const option = (name) => {
  const index = args.findIndex((arg) => arg === name || arg.startsWith(name + '='))
  if (index === -1) return undefined
  return args[index].includes('=') ? args[index].slice(name.length + 1) : args[index + 1]
}
const fail = (message) => {
  process.stderr.write('Error: ' + message + '\\n')
  process.exit(1)
}
const bare = (host) => host.replace(/\\/+$/, '')

if (args[0] === 'version' || args[0] === '--version') {
  process.stdout.write('Databricks CLI v' + orders.version + '\\n')
} else if (args[0] !== 'auth' || args[1] !== 'token') {
  fail('unknown command "' + args.join(' ') + '" for "databricks"')
} else if (orders.hang) {
  // Ends with its folder, so that a client that never kills it leaves nothing behind.
  setInterval(() => existsSync(here('orders.json')) || process.exit(1), 100)
} else if (orders.error !== undefined) {
  fail(orders.error)
} else {
  const profile = option('--profile') ?? option('-p')
  const host = option('--host')
  if (profile !== undefined && !(orders.profiles ?? [profile]).includes(profile)) {
    fail('profile "' + profile + '" not found')
  } else if (host !== undefined && !(orders.hosts ?? [host]).map(bare).includes(bare(host))) {
    fail('cache: databricks OAuth is not configured for this host. Run: databricks auth login --host ' + host)
  } else {
    process.stdout.write(JSON.stringify(orders.token, null, 2))
  }
}
`.trimStart()
