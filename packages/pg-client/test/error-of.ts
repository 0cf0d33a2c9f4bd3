import { LakebaseError } from '../src/index.js'

/** The LakebaseError that it ends with; anything else is thrown. */
export async function errorOf(work: PromiseLike<unknown>): Promise<LakebaseError> {
  try {
    await work
  } catch (error) {
    if (error instanceof LakebaseError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}
