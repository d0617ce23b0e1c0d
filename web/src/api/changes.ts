import { useEffect, useState } from 'preact/hooks'
import { endpoint } from './client'

/** How the record stands by the last the server told. */
export interface Stamp {
  sequence: number
  reports: number
  events: number
}

let version = 0
let shown: Stamp | null = null
let latest: Stamp | null = null
const listeners = new Set<() => void>()

function tellAll(): void {
  listeners.forEach((tell) => tell())
}

/** Has every list on the page asked for anew, as after a decision or a click on 'show'. */
export function refresh(): void {
  version++
  shown = null
  tellAll()
}

function useTold<T>(read: () => T): T {
  const [value, setValue] = useState(read)
  useEffect(() => {
    const tell = () => setValue(read)
    listeners.add(tell)
    return () => void listeners.delete(tell)
  }, [])
  return value
}

/** Grows when lists should be asked for anew. */
export function useVersion(): number {
  return useTold(() => version)
}

/** Reports that came in since the page was drawn; 0 for none. */
export function useNews(): number {
  return useTold(() => (latest && shown ? latest.reports - shown.reports : 0))
}

/** Listens for changes while the page can be seen; gives what ends that. */
export function listen(): () => void {
  let source: EventSource | null = null
  const start = () => {
    if (source || document.hidden) return
    source = new EventSource(endpoint('/changes'))
    source.addEventListener('record', (event) => {
      latest = JSON.parse((event as MessageEvent<string>).data)
      shown ??= latest
      tellAll()
    })
  }
  const stop = () => {
    source?.close()
    source = null
  }
  const look = () => (document.hidden ? stop() : start())
  document.addEventListener('visibilitychange', look)
  start()
  return () => {
    document.removeEventListener('visibilitychange', look)
    stop()
  }
}
