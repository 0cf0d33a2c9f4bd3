import * as v from 'valibot'
import { anyCase, text } from './scalars.js'

const PRODUCTS = ['autoscaling', 'provisioned-legacy'] as const
const CLOUDS = ['aws', 'azure', 'gcp'] as const
const TIERS = ['PREMIUM', 'ENTERPRISE'] as const

export const targetSection = v.pipe(
  v.strictObject({
    product: v.exactOptional(v.picklist(PRODUCTS)),
    cloud: v.exactOptional(v.picklist(CLOUDS)),
    region: v.exactOptional(v.pipe(text, v.examples(['us-east-1', 'westeurope']))),
    tier: v.exactOptional(anyCase(TIERS)),
  }),
  v.description('Where it will run.'),
)
