import { runOnProcess } from '@lakebase/cli-kit'
import { runSuite } from './suite/run-suite.js'
import { SUITE } from './suite/suite.js'

await runOnProcess(SUITE, runSuite)
