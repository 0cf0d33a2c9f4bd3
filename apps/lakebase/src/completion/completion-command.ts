import { type Command, defineCommand } from '@lakebase/cli-kit'

/** Prints the script that completes words in a shell. */
export const completionCommand: Command = defineCommand({
  name: 'completion <shell>',
  summary: 'Print the completion script of a shell: bash, zsh, fish or powershell',
  options: () => ({}),
  examples: (bin) => [
    `source <(${bin} completion bash)`,
    `${bin} completion zsh > "\${fpath[1]}/_lakebase"`,
    `${bin} completion fish > ~/.config/fish/completions/lakebase.fish`,
  ],
  run: async (_options, args) => (await import('./print-script.js')).printScript(args),
})
