/** Talks to the API of the machine the pages come from, and to no other. */
const root = '/api/v1'

/** A problem reply (RFC 9457), or what stands for one where there was no reply. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(detail)
  }
}

type Value = string | number | null | undefined

/** Path and query of an endpoint; values that are not there are left out. */
export function endpoint(path: string, values: Record<string, Value> = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value !== null && value !== undefined && value !== '') query.set(name, String(value))
  const text = query.toString()
  return root + path + (text ? `?${text}` : '')
}

export function idPart(id: string): string {
  return encodeURIComponent(id)
}

async function send(url: string, init: RequestInit): Promise<Response> {
  let answer: Response
  try {
    answer = await fetch(url, { credentials: 'same-origin', ...init })
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new Problem(0, 'unreachable', 'The server does not answer. It may have been stopped.')
  }
  if (answer.ok) return answer
  const body = await answer.json().catch(() => null)
  throw new Problem(answer.status, String(body?.type ?? '').split(':').pop() || 'problem', body?.detail ?? `The server answered with ${answer.status}.`)
}

export async function get<T>(url: string, signal?: AbortSignal): Promise<T> {
  return (await send(url, { signal })).json()
}

export async function post<T>(url: string, body: BodyInit, type: string): Promise<T> {
  return (await send(url, { method: 'POST', body, headers: { 'Content-Type': type } })).json()
}

/** Sends something and hands out each line of the answer as it comes. */
export async function postForLines<T>(url: string, body: BodyInit, type: string, take: (line: T) => void): Promise<void> {
  const answer = await send(url, { method: 'POST', body, headers: { 'Content-Type': type, Accept: 'application/x-ndjson' } })
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n')
    rest = lines.pop()!
    for (const line of lines) if (line) take(JSON.parse(line))
  }
  if (rest) take(JSON.parse(rest))
}

export async function remove(url: string): Promise<void> {
  await send(url, { method: 'DELETE' })
}
