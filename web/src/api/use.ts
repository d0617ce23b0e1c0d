import { useCallback, useEffect, useState } from 'preact/hooks'
import { useVersion } from './changes'
import { get, Problem } from './client'
import type { Page } from './contract'

/** Milliseconds after which what is still being counted is asked for again. */
const patience = 1500

export interface Answer<T> {
  data: T | null
  problem: Problem | null
  loading: boolean
}

/** What an address of the API answers; the last answer stays while the next is on its way. Null asks for nothing. */
export function useApi<T>(url: string | null): Answer<T> {
  const version = useVersion()
  const asked = url === null ? null : `${version} ${url}`
  const [answer, setAnswer] = useState<Answer<T> & { asked: string | null }>({ data: null, problem: null, loading: url !== null, asked })
  useEffect(() => {
    if (url === null) {
      setAnswer({ data: null, problem: null, loading: false, asked })
      return
    }
    const stop = new AbortController()
    let again: number | undefined
    setAnswer((before) => ({ ...before, loading: true, problem: null, asked }))
    const ask = () =>
      get<T>(url, stop.signal).then(
        (data) => {
          setAnswer({ data, problem: null, loading: false, asked })
          // a part of it is told while the rest is counted
          if (data && typeof data === 'object' && 'counted' in data && data.counted !== null) again = setTimeout(ask, patience)
        },
        (problem: Problem) => {
          if (stop.signal.aborted) return
          setAnswer({ data: null, problem, loading: false, asked })
          if (problem.code === 'counting') again = setTimeout(ask, patience)
        },
      )
    void ask()
    return () => {
      clearTimeout(again)
      stop.abort()
    }
  }, [asked])
  // what was answered before is not the answer to what is asked now, also in the moment before it is sent
  return answer.asked === asked ? answer : { ...answer, problem: null, loading: asked !== null }
}

export interface Listed<T> extends Answer<T[]> {
  /** Null where the list is too long to be counted. */
  total: number | null
  /** Asks for the next page; null on the last. */
  more: (() => void) | null
}

/** A list by pages; the next one is laid behind those that are there. */
export function useList<T>(url: string | null): Listed<T> {
  const first = useApi<Page<T>>(url)
  const [rest, setRest] = useState<{ of: Page<T> | null; items: T[]; next: string | null }>({ of: null, items: [], next: null })
  const page = first.data
  const behind = rest.of === page ? rest : { of: page, items: [] as T[], next: page?.next ?? null }
  const more = useCallback(() => {
    if (!url || !behind.next) return
    const at = new URL(url, location.origin)
    at.searchParams.set('cursor', behind.next)
    get<Page<T>>(at.pathname + at.search).then((next) => setRest({ of: page, items: [...behind.items, ...next.items], next: next.next }), () => setRest({ ...behind, next: null }))
  }, [url, page, behind])
  return {
    data: page ? [...page.items, ...behind.items] : null,
    problem: first.problem,
    loading: first.loading,
    total: page?.total ?? (behind.next ? null : (page?.items.length ?? 0) + behind.items.length),
    more: behind.next ? more : null,
  }
}
