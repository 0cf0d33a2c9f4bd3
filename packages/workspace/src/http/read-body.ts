import { WorkspaceError } from '../workspace-error.js'
import { type Place, shown } from './place.js'

/** The whole text of an answer, or an error as soon as it is larger than it may be. */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  mostBytes: number,
  place: Place,
): Promise<string> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of body) {
    bytes += piece.byteLength
    if (bytes > mostBytes) {
      throw new WorkspaceError(
        'BAD_ANSWER',
        `${shown(place)}: the answer is larger than ${mostBytes} bytes`,
        { ...place, hint: 'Ask for less, or raise limits.answerBytes.' },
      )
    }
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
