// Adds up what every package's test run left behind: each failure by name, then all of it in one line.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// Long enough to say what was expected and found, short enough that the last line stays in sight.
const linesOfAMessage = 12

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
  failed += result.numFailedTests
  for (const one of result.testResults.filter(({ status }) => status === 'failed')) {
    const name = one.name.slice(one.name.indexOf(folder))
    const broken = one.assertionResults.filter(({ status }) => status === 'failed')
    for (const test of broken) say(`${name}: ${test.fullName}`, test.failureMessages.join('\n'))
    // A file that cannot be loaded counts as one failure, though none of its tests ran.
    if (one.assertionResults.length === 0) {
      failed += 1
      say(name, one.message)
    }
  }
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

function say(what, message = '') {
  console.log(`\nFAILED ${what}`)
  for (const line of message.split('\n').slice(0, linesOfAMessage)) console.log(`  ${line}`)
}
