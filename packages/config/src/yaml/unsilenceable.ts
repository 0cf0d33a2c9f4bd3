/**
 * Errors after which a file has no meaning. A comment cannot silence them, because there would be
 * neither a value nor a reason why not.
 */
export const UNSILENCEABLE: ReadonlySet<string> = new Set([
  'LB001',
  'LB002',
  'LB003',
  'LB004',
  'LB005',
  'LB006',
  'LB007',
  'LB009',
  'LB014',
])
