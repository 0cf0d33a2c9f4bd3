import type { Principal } from '../auth/access-tokens.js'
import type { Route } from '../server/route.js'

const WORKSPACE_ID = '1234567890123456'

/** Who am I. For a service principal `userName` is its client id. */
export function scimRoutes(): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/api/2.0/preview/scim/v2/Me',
      answer: ({ principal }) => ({
        status: 200,
        headers: { 'x-databricks-org-id': WORKSPACE_ID },
        body: me(principal),
      }),
    },
  ]
}

function me({ userName }: Principal): object {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    id: '1',
    userName,
    displayName: userName,
    active: true,
  }
}
