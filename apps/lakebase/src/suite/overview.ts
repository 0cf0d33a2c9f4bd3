import { EXIT_CODES, type Paint } from '@lakebase/cli-kit'
import { COMMAND_GROUPS, SUB_COMMANDS } from './command-groups.js'
import { SUITE } from './suite.js'

/** What `lakebase --help` prints. */
export function overview(colors: Paint): string {
  const width = Math.max(...SUB_COMMANDS.map(({ name }) => name.length))
  const groups = COMMAND_GROUPS.map(({ title, commands }) => {
    const rows = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
    return `${colors.bold(title)}\n${rows.join('\n')}\n`
  })
  return `Size, price, deploy, convert and test a Lakebase database.

${colors.bold('Usage')}
  $ ${SUITE.bin} <command> [options]

${groups.join('\n')}
${colors.bold('More')}
  ${SUITE.bin} <command> --help    options and examples of a command
  ${SUITE.bin} help exit-codes     what each exit code means
  ${SUITE.bin} --version           version and date of the prices
`
}

/** What `lakebase help exit-codes` prints. */
export function exitCodes(): string {
  const rows = Object.entries(EXIT_CODES).map(
    ([code, meaning]) => `${code.padStart(3)}  ${meaning}`,
  )
  return `${rows.join('\n')}\n`
}
