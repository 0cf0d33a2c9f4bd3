import { namedCommand } from './named-command.js'
import type { CommandGroup, SubCommand } from './sub-command.js'

/** Every sub-command, in the order in which a person needs them. */
export const COMMAND_GROUPS: readonly CommandGroup[] = [
  {
    title: 'Start here',
    commands: [
      {
        name: 'demo',
        summary: 'See all of it on a sample: no account, no network',
        load: async () => [(await import('../demo/demo-command.js')).demoCommand],
      },
      {
        name: 'init',
        summary: 'Write a first workload.yml from tables, a catalog, a Postgres or metrics',
        load: async () => [(await import('../init/init-command.js')).initCommand],
      },
      {
        name: 'doctor',
        summary: 'Test the connection to a workspace step by step',
        load: async () => [(await import('../doctor/doctor-command.js')).doctorCommand],
      },
    ],
  },
  {
    title: 'Your workload',
    commands: [
      {
        name: 'check',
        summary: 'All findings at once: workload, bundle, queries',
        load: async () => [(await import('../check/check-command.js')).checkCommand],
      },
      {
        name: 'report',
        summary: 'Size, cost, bundle and queries in one report.html',
        load: async () => [(await import('../report/report-command.js')).reportCommand],
      },
      {
        name: 'estimate',
        summary: 'Size a workload and price it',
        load: async () => {
          const { estimateCommand } = await import('cli-estimate/commands')
          return [namedCommand(estimateCommand, 'estimate')]
        },
      },
      {
        name: 'rates',
        summary: 'The prices in use, or what changed between two rate cards',
        load: async () => [(await import('cli-estimate/commands')).ratesCommand],
      },
      {
        name: 'bundle',
        summary: 'Write, lint or compare the Databricks bundle of a workload',
        isFamily: true,
        load: async () => {
          const { diffCommand, generateCommand, lintCommand, preflightCommand } = await import(
            'cli-bundle/commands'
          )
          return [generateCommand, preflightCommand, lintCommand, diffCommand]
        },
      },
      {
        name: 'convert',
        summary: 'Convert Databricks SQL to PostgreSQL 17',
        load: async () => {
          const { convertCommand } = await import('cli-convert/commands')
          return [namedCommand(convertCommand, 'convert')]
        },
      },
      {
        name: 'loadtest',
        summary: 'Load a Postgres and tell the truth: run, sweep, compare, advise',
        isFamily: true,
        load: async () => {
          const loadtest = await import('cli-loadtest/commands')
          const { runCommand, sweepCommand, compareCommand, adviseCommand } = loadtest
          const { jobCommand, mergeCommand, historyCommand, initCommand } = loadtest
          return [
            runCommand,
            sweepCommand,
            compareCommand,
            adviseCommand,
            jobCommand,
            mergeCommand,
            historyCommand,
            initCommand,
          ]
        },
      },
      {
        name: 'actual',
        summary: 'What was spent, against the estimate, with the cause of the gap',
        load: async () => [(await import('../actual/actual-command.js')).actualCommand],
      },
      {
        name: 'migrate',
        summary: 'Rewrite a file of the 2025 accelerator, with the reasons',
        load: async () => [(await import('../migrate/migrate-command.js')).migrateCommand],
      },
    ],
  },
  {
    title: 'Around it',
    commands: [
      {
        name: 'explain',
        summary: 'Why a finding is one, and what to do: lakebase explain LB014',
        load: async () => [(await import('../explain/explain-command.js')).explainCommand],
      },
      {
        name: 'schema',
        summary: 'The JSON Schema of the workload file, or of what a command prints',
        load: async () => [(await import('../schema/schema-command.js')).schemaCommand],
      },
      {
        name: 'config',
        summary: 'What is in force, and where each setting came from',
        isFamily: true,
        load: async () => [(await import('../config/show-command.js')).showCommand],
      },
      {
        name: 'completion',
        summary: 'Completion for bash, zsh, fish or PowerShell',
        load: async () => [(await import('../completion/completion-command.js')).completionCommand],
      },
    ],
  },
]

export const SUB_COMMANDS: readonly SubCommand[] = COMMAND_GROUPS.flatMap(
  ({ commands }) => commands,
)
