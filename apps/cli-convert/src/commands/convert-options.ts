import type { OptionReader } from '@lakebase/cli-kit'

/** The flags of a conversion, as typed. */
export function convertOptions(read: OptionReader) {
  return {
    sourceDir: read.text('--source-dir <folder>', 'Convert every .sql under this folder'),
    targetDir: read.text('--target-dir <folder>', 'Write them here, in the same tree'),
    file: read.text('-f, --file <file>', 'Convert one file (- = stdin)'),
    output: read.text('-o, --output <file>', 'Write it here (- = stdout, the default)'),
    schemas: read.texts(
      '-s, --schema <file>',
      'Columns of the tables: DDL of Databricks or Postgres (.sql), .json, or a workload (.yml); repeats',
    ),
    reports: read.texts('-r, --report <file>', 'Write .json, .md, .html or .sarif; repeats'),
    verify: read.choice(
      '--verify <how>',
      "Check what is converted: with PostgreSQL's grammar and a census of clauses (the default), or also by EXPLAIN",
      ['grammar', 'explain', 'none'],
    ),
    url: read.text(
      '--url <variable>',
      'For EXPLAIN: the environment variable with the address of a Postgres; default: one of our own',
    ),
    llm: read.choice(
      '--llm <when>',
      'Ask a Databricks model about what the rules refuse: auto (where MODEL_NAME or --model names one; the default)',
      ['auto', 'never', 'always'],
    ),
    model: read.text('--model <name>', 'The model serving endpoint'),
    check: read.flag('--check', 'Exit 1 when something is not converted'),
    noHeader: read.flag('--no-header', 'Write no header into converted files'),
    json: read.flag('--json', 'The report as one JSON document on stdout, also on failure'),
    force: read.flag('--force', 'Replace files that we did not write'),
    color: read.choice('--color <when>', 'Colour', ['auto', 'always', 'never']),
    quiet: read.flag('-q, --quiet', 'Say nothing beside the result'),
  }
}

export type ConvertOptions = ReturnType<typeof convertOptions>
