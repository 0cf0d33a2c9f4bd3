/** What the program is called, as a package and as a word to type. */
export const SUITE = { packageName: '@lakebase/cli', bin: 'lakebase' } as const
