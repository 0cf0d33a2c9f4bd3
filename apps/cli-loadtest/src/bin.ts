import { runCli } from '@lakebase/cli-kit'
import { program } from './program.js'

await runCli(program)
