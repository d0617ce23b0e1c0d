import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { listen, refresh, useNews } from '../api/changes'
import { count } from '../format'
import { followLinks, navigate, to, usePlace } from '../router'
import { listenForKeys } from '../shortcuts'
import { chooseTheme, chosenTheme, type Theme } from '../theme'
import { Help } from './help'

const sections: [path: string, name: string, also: string[]][] = [
  ['/', 'Overview', []],
  ['/story', 'Story', []],
  ['/actors', 'Actors', ['/actor', '/pair']],
  ['/figures', 'Figures', []],
  ['/map', 'Map', []],
  ['/expectations', 'Ahead', []],
  ['/brief', 'Brief', []],
  ['/review', 'Review', []],
  ['/add', 'Add', []],
]

const themes: Record<Theme, [next: Theme, name: string, sign: string]> = {
  auto: ['light', 'as the system', '◐'],
  light: ['dark', 'light', '☀'],
  dark: ['auto', 'dark', '☾'],
}

interface ShellProps {
  /** True while the page that was gone to is still on its way. */
  busy: boolean
  children: ComponentChildren
}

/** What stands around every page. */
export function Shell({ busy, children }: ShellProps) {
  const { path, query } = usePlace()
  const [help, setHelp] = useState(false)
  const [theme, setTheme] = useState(chosenTheme)
  const turn = () => setTheme((before) => (chooseTheme(themes[before][0]), themes[before][0]))

  useEffect(() => {
    document.addEventListener('click', followLinks)
    const ends = [listen(), listenForKeys({ help: () => setHelp(true), theme: turn })]
    return () => {
      document.removeEventListener('click', followLinks)
      ends.forEach((end) => end())
    }
  }, [])

  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="bar">
        <a class="brand" href="/">
          <img src="/favicon.svg" alt="" width="26" height="26" /> Chancery
        </a>
        <nav aria-label="Sections">
          <ul>
            {sections.map(([at, name, also]) => (
              <li key={at}>
                <a href={at} aria-current={path === at || also.includes(path) ? 'page' : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Search key={query.get('q')} words={path === '/search' ? (query.get('q') ?? '') : ''} />
        <button type="button" class="icon" onClick={turn} title={`Theme: ${themes[theme][1]}`}>
          <span aria-hidden="true">{themes[theme][2]}</span>
          <span class="sr-only">Theme: {themes[theme][1]}. Switch to {themes[themes[theme][0]][1]}</span>
        </button>
        <button type="button" class="icon" onClick={() => setHelp(true)} title="Keys and help">
          <span aria-hidden="true">?</span>
          <span class="sr-only">Keys and help</span>
        </button>
      </header>
      <News />
      <main id="main" tabIndex={-1} aria-busy={busy}>
        {children}
      </main>
      {help && <Help onClose={() => setHelp(false)} />}
    </>
  )
}

function Search({ words }: { words: string }) {
  return (
    <form
      role="search"
      action="/search"
      onSubmit={(event) => {
        event.preventDefault()
        navigate(to('/search', { q: String(new FormData(event.currentTarget).get('q') ?? '') }))
      }}
    >
      <label class="sr-only" for="search">
        Search the record
      </label>
      <input id="search" name="q" type="search" placeholder="Search" defaultValue={words} autocomplete="off" spellcheck={false} />
    </form>
  )
}

/** Says when reports came in, and leaves it to the reader when the page moves. */
function News() {
  const news = useNews()
  return (
    <div role="status" class="news">
      {news > 0 && (
        <>
          {count(news, 'report')} came in.{' '}
          <button type="button" class="link" onClick={refresh}>
            Show
          </button>
        </>
      )}
    </div>
  )
}
