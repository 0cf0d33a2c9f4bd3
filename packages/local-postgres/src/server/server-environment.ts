/** All that the server's processes get: nothing of the caller's environment decides how they run. */
export const SERVER_ENVIRONMENT = { LC_ALL: 'C', PATH: '/usr/bin:/bin', TZ: 'UTC' }
