/** Hours of a month in every price here: 365 x 24 / 12, as the published monthly prices have it. */
export const HOURS_PER_MONTH = 730
