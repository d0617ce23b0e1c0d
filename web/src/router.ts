import { useEffect, useState } from 'preact/hooks'

/** Where the reader is: the address holds the whole state of a view, so that it can be shared. */
export interface Place {
  path: string
  query: URLSearchParams
}

type Values = Record<string, string | number | null | undefined>

const listeners = new Set<() => void>()

function here(): Place {
  return { path: location.pathname, query: new URLSearchParams(location.search) }
}

/** An address of this site; what has no value is left out. */
export function to(path: string, values: Values = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value !== null && value !== undefined && value !== '') query.set(name, String(value))
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

export function navigate(href: string, replace = false): void {
  if (href === location.pathname + location.search) return
  if (replace) history.replaceState(null, '', href)
  else history.pushState(null, '', href)
  listeners.forEach((tell) => tell())
}

/** Changes values of the address at which the reader is and keeps the others. */
export function change(values: Values, replace = false): void {
  const { path, query } = here()
  const all: Values = Object.fromEntries(query)
  navigate(to(path, { ...all, ...values }), replace)
}

export function usePlace(): Place {
  const [place, setPlace] = useState(here)
  useEffect(() => {
    const tell = () => setPlace(here())
    listeners.add(tell)
    addEventListener('popstate', tell)
    return () => {
      listeners.delete(tell)
      removeEventListener('popstate', tell)
    }
  }, [])
  return place
}

/** Lets plain links move within the site without loading the page anew. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = (event.target as Element | null)?.closest?.('a')
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin || link.hash || link.pathname.startsWith('/api/')) return
  event.preventDefault()
  navigate(link.pathname + link.search)
}
