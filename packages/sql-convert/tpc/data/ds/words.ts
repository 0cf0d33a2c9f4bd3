/** Words of the specification of TPC-DS, or of its kind; few, so that conditions meet. */
export const CATEGORIES = [
  ['Books', ['fiction', 'history', 'cooking']],
  ['Children', ['toddlers', 'school-uniforms', 'infants']],
  ['Electronics', ['cameras', 'monitors', 'portable']],
  ['Home', ['bedding', 'lighting', 'rugs']],
  ['Jewelry', ['rings', 'pendants', 'birdal']],
  ['Men', ['shirts', 'pants', 'accessories']],
  ['Music', ['rock', 'classical', 'pop']],
  ['Shoes', ['athletic', 'womens', 'mens']],
  ['Sports', ['fishing', 'golf', 'tennis']],
  ['Women', ['dresses', 'swimwear', 'maternity']],
] as const

export const COLOURS = ['red', 'navy', 'plum', 'ivory', 'olive', 'peach', 'slate', 'khaki'] as const
export const UNITS = ['Each', 'Dozen', 'Case', 'Pallet', 'Oz', 'Gross'] as const
export const SIZES = ['small', 'medium', 'large', 'petite', 'N/A', 'extra large'] as const
export const STATES = ['TN', 'GA', 'OH', 'TX', 'CA', 'IN'] as const
export const COUNTIES = [
  'Williamson County',
  'Walker County',
  'Ziebach County',
  'Orange County',
  'Bronx County',
] as const
export const CITIES = ['Midway', 'Fairview', 'Oakland', 'Salem', 'Pleasant Hill'] as const
export const ZIPS = [
  '24128',
  '35709',
  '60069',
  '78668',
  '85669',
  '24206',
  '35458',
  '60128',
] as const
export const STREETS = ['Main', 'Oak', 'First', 'Park', 'Mill'] as const
export const EDUCATION = [
  'Primary',
  'Secondary',
  'College',
  '2 yr Degree',
  '4 yr Degree',
  'Advanced Degree',
  'Unknown',
] as const
export const POTENTIALS = [
  '0-500',
  '501-1000',
  '1001-5000',
  '5001-10000',
  '>10000',
  'Unknown',
] as const
export const CREDIT = ['Good', 'High Risk', 'Low Risk', 'Unknown'] as const
export const FIRST_NAMES = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gus', 'Ida'] as const
export const LAST_NAMES = [
  'Adams',
  'Baker',
  'Cole',
  'Diaz',
  'Evans',
  'Ford',
  'Gray',
  'Hall',
] as const
export const COUNTRIES = ['UNITED STATES', 'CANADA', 'JAPAN', 'BRAZIL', 'KENYA'] as const
export const SHIP_TYPES = ['EXPRESS', 'OVERNIGHT', 'REGULAR', 'TWO DAY', 'LIBRARY'] as const
export const CARRIERS = ['DHL', 'BARIAN', 'UPS', 'FEDEX', 'TBS'] as const
