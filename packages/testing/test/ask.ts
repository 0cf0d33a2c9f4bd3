import { Agent, type RequestOptions, request } from 'node:https'
import type { FakeWorkspace } from '../src/index.js'

export interface Answer {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly text: string
}

export interface Question {
  readonly body?: unknown
  /** Another Authorization header than that of the PAT; undefined sends none. */
  readonly authorization?: string | undefined
  readonly form?: Readonly<Record<string, string>>
  /** Trust these in place of the workspace's own CA. */
  readonly ca?: string
  /** Keep the connection. Default: a new one for each question. */
  readonly agent?: Agent
  readonly signal?: AbortSignal
}

/** One HTTPS request as a client without any comfort sends it: no redirect, no retry. */
export function ask(
  workspace: FakeWorkspace,
  methodAndPath: string,
  question: Question = {},
): Promise<Answer> {
  const [method = '', path = ''] = methodAndPath.split(' ')
  const body = question.form
    ? new URLSearchParams(question.form).toString()
    : question.body === undefined
      ? undefined
      : JSON.stringify(question.body)
  const authorization =
    'authorization' in question ? question.authorization : `Bearer ${workspace.pat}`
  const options: RequestOptions = {
    method,
    agent: question.agent ?? new Agent({ keepAlive: false }),
    headers: {
      'content-type': question.form ? 'application/x-www-form-urlencoded' : 'application/json',
      ...(authorization !== undefined && { authorization }),
    },
    ...((question.ca ?? workspace.ca) && { ca: question.ca ?? workspace.ca }),
    ...(question.signal && { signal: question.signal }),
  }
  return new Promise((resolve, reject) => {
    const outgoing = request(workspace.host + path, options, (incoming) => {
      let text = ''
      incoming.setEncoding('utf8')
      incoming.on('data', (piece: string) => {
        text += piece
      })
      incoming.on('error', reject)
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** The same, with the body read as JSON. */
export async function askJson(
  workspace: FakeWorkspace,
  methodAndPath: string,
  question: Question = {},
): Promise<{ readonly status: number; readonly body: unknown }> {
  const { status, text } = await ask(workspace, methodAndPath, question)
  return { status, body: text === '' ? undefined : JSON.parse(text) }
}
