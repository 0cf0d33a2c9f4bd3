/** Where the size of a table is known from, in words. */
export const SIZE_SOURCES = {
  measured: 'measuring',
  ddl: 'its columns',
  config: 'the file',
  unknown: 'nothing',
} as const
