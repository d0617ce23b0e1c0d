import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'

interface TitleProps {
  title: string
  lead?: ComponentChildren
  children?: ComponentChildren
}

/** The heading of a page; names the tab as well. */
export function Title({ title, lead, children }: TitleProps) {
  useEffect(() => {
    document.title = `${title} · Chancery`
  }, [title])
  return (
    <header class="title">
      <h1 tabIndex={-1}>{title}</h1>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </header>
  )
}
