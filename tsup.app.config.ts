import { defineConfig } from 'tsup'

/** Of an app: everything that its package does not depend on is put into it. */
export default defineConfig({
  entry: ['src/bin.ts'],
  format: 'esm',
  target: 'node20',
  clean: true,
  silent: true,
})
