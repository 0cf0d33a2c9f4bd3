/** What columns of some names hold. The first that fits wins; frequent values come first. */
export const TEXT_POOLS: readonly { readonly name: RegExp; readonly values: readonly string[] }[] =
  [
    { name: /currency/i, values: ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'PLN', 'JPY', 'CAD'] },
    { name: /country/i, values: ['DE', 'US', 'FR', 'GB', 'NL', 'ES', 'IT', 'PL', 'SE', 'AT'] },
    { name: /lang|locale/i, values: ['en', 'de', 'fr', 'es', 'nl', 'it', 'pl'] },
    {
      name: /status|state/i,
      values: ['delivered', 'paid', 'shipped', 'new', 'returned', 'cancelled'],
    },
    { name: /method/i, values: ['card', 'wallet', 'invoice', 'transfer', 'voucher'] },
    { name: /kind|type/i, values: ['standard', 'express', 'business', 'gift'] },
    {
      name: /city/i,
      values: ['Berlin', 'Paris', 'London', 'Madrid', 'Vienna', 'Warsaw', 'Oslo', 'Rome'],
    },
    { name: /colou?r/i, values: ['black', 'white', 'blue', 'red', 'green', 'grey'] },
    { name: /size/i, values: ['M', 'L', 'S', 'XL', 'XS'] },
  ]

/** Columns that hold sentences. */
export const LONG_TEXT = /descri|body|comment|note|message|review|content|summary|text/i

/** What sentences are cut from. */
export const SENTENCES =
  'The parcel came a day early and everything was in it. Good value for the price, though the colour is darker than in the picture. ' +
  'Works as described, the battery lasts a week. Please leave it with the neighbour on the second floor. A present for my sister, who likes it a lot. ' +
  'Sturdy, light and easy to clean; I would order it again. The second one broke after a month and was replaced without questions. ' +
  'Smaller than expected, but the service was friendly and the refund quick. Instructions are clear, assembly took twenty minutes. '
