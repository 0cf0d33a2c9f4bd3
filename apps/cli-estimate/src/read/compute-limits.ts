import { fileError, readInput } from '@lakebase/cli-kit'
import { autoscalingLimits, type ComputeLimits, provisionedLimits } from '@lakebase/sizer'
import * as v from 'valibot'

const Calibration = v.object({
  schemaVersion: v.literal(1),
  rates: v.array(
    v.object({
      name: v.picklist([
        'bulkRowsPerSecondPerCu',
        'incrementalRowsPerSecondPerCu',
        'readsPerSecondPerCu',
      ]),
      value: v.pipe(v.number(), v.gtValue(0)),
      source: v.string(),
      asOf: v.pipe(v.string(), v.isoDate()),
      confidence: v.picklist(['M', 'L']),
    }),
  ),
})

/**
 * What a compute unit does: as documented, or as a sweep on the user's own endpoint has measured it
 * (`lakebase-loadtest sweep --calibrate`).
 *
 * @throws CliError with exit code 3 when the file is no calibration
 */
export async function computeLimits(
  product: 'autoscaling' | 'provisioned-legacy',
  calibration: string | undefined,
  cwd: string,
): Promise<ComputeLimits> {
  const documented = product === 'autoscaling' ? autoscalingLimits : provisionedLimits
  if (calibration === undefined) return documented
  const measured = readCalibration(calibration, cwd)
  const { applyCalibration } = await import('@lakebase/loadtest')
  return applyCalibration(documented, measured)
}

function readCalibration(name: string, cwd: string): v.InferOutput<typeof Calibration> {
  const { text } = readInput(name, cwd)
  const hint = 'lakebase-loadtest sweep --calibrate writes one'
  try {
    const parsed = v.safeParse(Calibration, JSON.parse(text))
    if (parsed.success) return parsed.output
    const [issue] = parsed.issues
    const path = v.getDotPath(issue) ?? ''
    throw fileError('CALIBRATION', `${name}: ${path} ${issue.message}`, hint)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw fileError('CALIBRATION', `${name} is no JSON: ${error.message}`, hint, error)
  }
}
