import { useState } from 'preact/hooks'
import { recall, remember } from './prefs'

/** When this browser last looked at the record, and how far it went then. */
export interface Look {
  sequence: number
  reports: number
  at: string
}

function read(where: Storage): Look | null {
  try {
    const look = JSON.parse(recall('looked', where) ?? 'null') as Look | null
    return look && Number.isFinite(look.sequence) ? look : null
  } catch {
    return null
  }
}

/**
 * The look before this one. It holds for as long as the tab is open, so that nothing new is lost by going to another page; what is there now
 * counts as seen the next time.
 */
export function useLastLook(now: { sequence: number; reports: number } | null): [Look | null, () => void] {
  const [last, setLast] = useState<Look | null>(() => {
    const kept = read(sessionStorage) ?? read(localStorage)
    if (kept) remember('looked', JSON.stringify(kept), sessionStorage)
    return kept
  })
  // a record that is shorter than what was seen is another one
  const valid = last && now && last.sequence <= now.sequence ? last : null
  const look = now && { sequence: now.sequence, reports: now.reports, at: new Date().toISOString() }
  if (look) remember('looked', JSON.stringify(look))
  return [
    valid,
    () => {
      if (!look) return
      remember('looked', JSON.stringify(look), sessionStorage)
      setLast(look)
    },
  ]
}
