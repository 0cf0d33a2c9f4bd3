/** A name of Postgres, as it is: `"Größe ""x"""`. */
export function quoteIdent(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A text of Postgres, with standard_conforming_strings as it is by default. */
export function quoteLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** A body in dollar quotes whose tag the body does not hold. */
export function dollarQuoted(body: string): string {
  let tag = '$lakebase$'
  for (let number = 1; body.includes(tag); number += 1) tag = `$lakebase${number}$`
  return `${tag}\n${body}\n${tag}`
}
