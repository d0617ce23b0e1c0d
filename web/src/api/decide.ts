import { recall } from '../prefs'
import { refresh } from './changes'
import { endpoint, post, remove } from './client'
import type { Decision } from './contract'

export interface NewDecision {
  kind: Decision['kind']
  claims: string[]
  from?: string[]
  field?: string
  value?: string
  reason?: string
}

/** Sends a decision; `seen` is the number of the last one the reviewer knew of, so that two do not overrule each other unseen. */
export async function decide(decision: NewDecision, seen: number): Promise<void> {
  await post(endpoint('/decisions'), JSON.stringify({ ...decision, seen, by: recall('reviewer') ?? undefined }), 'application/json')
  refresh()
}

export async function withdraw(number: number): Promise<void> {
  await remove(endpoint(`/decisions/${number}`))
  refresh()
}
