import type { ComponentType } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Shell } from './components/shell'
import { Loading, Trouble } from './components/states'
import { Overview } from './pages/overview'
import { usePlace } from './router'

type Load = () => Promise<ComponentType>

/** Pages are loaded when they are gone to; the first stands in the main script. */
const pages: Record<string, Load> = {
  '/': async () => Overview,
  '/story': async () => (await import('./pages/story')).Story,
  '/actors': async () => (await import('./pages/actors')).Actors,
  '/actor': async () => (await import('./pages/actor')).Actor,
  '/pair': async () => (await import('./pages/pair')).Pair,
  '/figures': async () => (await import('./pages/figures')).Figures,
  '/map': async () => (await import('./pages/map')).MapPage,
  '/expectations': async () => (await import('./pages/ahead')).Ahead,
  '/search': async () => (await import('./pages/search')).Search,
  '/review': async () => (await import('./pages/review')).Review,
  '/add': async () => (await import('./pages/add')).Add,
  '/brief': async () => (await import('./pages/brief')).BriefPage,
  '/api': async () => (await import('./pages/api')).ApiPage,
  '/sign-in': async () => (await import('./pages/sign-in')).SignIn,
}

const none: Load = async () => (await import('./pages/none')).None

export function App() {
  const { path } = usePlace()
  const [page, setPage] = useState<{ path: string; Page: ComponentType } | null>(path === '/' ? { path, Page: Overview } : null)
  const [problem, setProblem] = useState<Error | null>(null)
  const first = useRef(path)

  useEffect(() => {
    let gone = false
    ;(pages[path] ?? none)().then(
      (Page) => gone || setPage({ path, Page }),
      () => gone || setProblem(new Error('The page could not be loaded; the server may have been renewed. Load it again.')),
    )
    return () => void (gone = true)
  }, [path])

  // whoever moves with a keyboard or hears the page is taken to its heading
  useEffect(() => {
    if (page && page.path !== first.current) {
      document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
      scrollTo(0, 0)
      first.current = page.path
    }
  }, [page])

  return <Shell busy={!problem && page?.path !== path}>{problem ? <Trouble problem={problem} /> : page ? <page.Page key={page.path} /> : <Loading what="the page" />}</Shell>
}
