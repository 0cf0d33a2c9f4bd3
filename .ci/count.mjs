// Adds up what every package's test run left behind, and says it in one line.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folders = ['packages', 'apps'].flatMap((group) =>
  readdirSync(group).map((name) => join(group, name)),
)
let passed = 0
let failed = 0
for (const folder of [...folders, 'e2e']) {
  const file = join(folder, '.vitest', 'results.json')
  if (!existsSync(file)) {
    // No result where there are tests means that the run never came to its end.
    console.log(`${folder}: no test result`)
    failed += 1
    continue
  }
  const result = JSON.parse(readFileSync(file, 'utf8'))
  passed += result.numPassedTests
  // A file that cannot be loaded counts as one failure, though none of its tests ran.
  const brokenFiles = result.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  )
  failed += result.numFailedTests + brokenFiles.length
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
