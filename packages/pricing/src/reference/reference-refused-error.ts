/** An input on which the 2025 accelerator failed, so that there is no figure to reproduce. */
export class ReferenceRefusedError extends Error {
  override readonly name = 'ReferenceRefusedError'
  readonly code = 'REFERENCE_REFUSED'
  readonly found: string

  constructor(found: string) {
    super(
      `The 2025 accelerator had no speed for sync_mode ${found} with expected_data_per_sync_gb above 0, and failed: count the pipeline in number_of_continuous_pipelines and give 0 GB per sync`,
    )
    this.found = found
  }
}
