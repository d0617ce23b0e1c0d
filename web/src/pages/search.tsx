import { endpoint } from '../api/client'
import type { Claim, FigureRow, Page, ReportRow, SearchResult, UnknownRow } from '../api/contract'
import { useApi } from '../api/use'
import { ClaimItem } from '../components/claim'
import { Answered, Empty } from '../components/states'
import { SaveTable, type Column } from '../components/table'
import { Title } from '../components/title'
import { wordsHref } from '../components/words'
import { countOf, day, number, range } from '../format'
import { change, to, usePlace } from '../router'
import { Highlight } from '../text/Highlight'

const facetNames = { status: 'Status', type: 'Kind', actor: 'Actor', source: 'On the word of', report: 'Report' } as const
type FacetName = keyof typeof facetNames

const columns: Column<Claim>[] = [
  { head: 'id', value: (c) => c.id },
  { head: 'report', value: (c) => c.report },
  { head: 'published', value: (c) => c.published },
  { head: 'plover', value: (c) => c.plover },
  { head: 'status', value: (c) => c.status },
  { head: 'actor', value: (c) => c.actor.map((a) => a.name).join('; ') },
  { head: 'recipient', value: (c) => c.recipient.map((a) => a.name).join('; ') },
  { head: 'attribution', value: (c) => c.attribution.join('; ') },
  { head: 'words', value: (c) => c.words },
]

/** Claims that the server gives at most. */
const most = 200

/** Everything that holds the words: claims, actors, figures, reports; narrowed by facets. */
export function Search() {
  const { query } = usePlace()
  const q = query.get('q') ?? ''
  const asked = Object.fromEntries([...Object.keys(facetNames), 'since', 'until'].map((name) => [name, query.get(name)]))
  const limit = Number(query.get('limit') ?? 50)
  const answer = useApi<SearchResult>(endpoint('/search', { q, ...asked, limit }))
  const figures = useApi<Page<FigureRow>>(q ? endpoint('/figures', { text: q, limit: 6 }) : null)
  const unknowns = useApi<Page<UnknownRow>>(endpoint('/unknowns', { limit: 100 }))
  const open = q ? (unknowns.data?.items.filter((row) => row.words.toLowerCase().includes(q.toLowerCase())) ?? []) : []
  return (
    <>
      <Title title={q ? `“${q}”` : 'Search'} lead={answer.data && `${countOf(answer.data.total, 'claim')} found.`}>
        <form class="filters" onSubmit={(event) => event.preventDefault()}>
          <label>
            From
            <input type="date" value={asked.since ?? ''} onChange={(event) => change({ since: event.currentTarget.value })} />
          </label>
          <label>
            To
            <input type="date" value={asked.until ?? ''} onChange={(event) => change({ until: event.currentTarget.value })} />
          </label>
        </form>
      </Title>
      <Answered answer={answer}>
        {(found) => (
          <div class="with-side">
            <aside aria-label="Narrow the search">
              <details class="aside" open={matchMedia('(min-width: 50rem)').matches}>
                <summary>Narrow the search</summary>
              {(Object.keys(facetNames) as FacetName[]).map((name) => (
                <Facets key={name} name={name} found={found} chosen={asked[name] ?? null} />
              ))}
              </details>
            </aside>
            <div>
              {found.actors.length > 0 && (
                <nav class="chips" aria-label="Actors found">
                  {found.actors.map((actor) => (
                    <a key={actor.key} href={to('/actor', { key: actor.key })}>
                      {actor.name} <span class="quiet">{actor.does + actor.receives}</span>
                    </a>
                  ))}
                </nav>
              )}
              <section class="panel">
                <div class="head">
                  <h2>Claims</h2>
                  <SaveTable name="claims" of="the claims found" columns={columns} rows={found.items} />
                </div>
                {found.items.length === 0 && <Empty>No claim holds these words. {q && <a href={to('/search', { q })}>Drop the filters</a>}</Empty>}
                <ul class="events">
                  {found.items.map((claim) => (
                    <ClaimItem key={claim.report + claim.id} claim={claim} words={q} />
                  ))}
                </ul>
                {(found.total ?? Infinity) > found.items.length && limit < most && (
                  <p class="more">
                    <span class="quiet">
                      The latest {number(found.items.length)} of {found.total === undefined ? 'very many' : number(found.total)}; narrow them to see others.
                    </span>
                    <button type="button" onClick={() => change({ limit: Math.min(most, limit * 2) }, true)}>
                      Show more
                    </button>
                  </p>
                )}
              </section>
              <Others figures={figures.data?.items ?? []} reports={found.reports} unknowns={open} q={q} />
            </div>
          </div>
        )}
      </Answered>
    </>
  )
}

function Facets({ name, found, chosen }: { name: FacetName; found: SearchResult; chosen: string | null }) {
  const facets = found.facets[name] ?? []
  if (facets.length === 0) return null
  return (
    <section class="facet">
      <h3>{facetNames[name]}</h3>
      <ul>
        {chosen && (
          <li>
            <button type="button" class="link" onClick={() => change({ [name]: null })}>
              × {chosen}
            </button>
          </li>
        )}
        {!chosen &&
          facets.map((facet) => (
            <li key={facet.value}>
              <button type="button" class="link" onClick={() => change({ [name]: facet.value })}>
                {facet.value}
              </button>
              <span class="quiet">{number(facet.count)}</span>
            </li>
          ))}
      </ul>
    </section>
  )
}

function Others({ figures, reports, unknowns, q }: { figures: FigureRow[]; reports: ReportRow[]; unknowns: UnknownRow[]; q: string }) {
  return (
    <>
      {figures.length > 0 && (
        <section class="panel">
          <h2>Figures</h2>
          <ul class="events">
            {figures.map((row) => (
              <li key={row.id} class="event" data-item="">
                <a class="telling" href={to('/figures', { series: row.series, figure: row.id })}>
                  {range(row.min, row.max, row.approx)} <Highlight text={row.of || row.unit || ''} words={q} />
                </a>
                <p class="meta">
                  <span>{row.attribution.at(-1) ?? row.publisher}</span>
                  <span>{day(row.asOf)}</span>
                  <a href={wordsHref(row, row.claim)}>its words</a>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {unknowns.length > 0 && (
        <section class="panel">
          <h2>Open questions</h2>
          <ul class="events">
            {unknowns.map((row) => (
              <li key={row.report + row.start} class="event" data-item="">
                <a class="telling" href={wordsHref(row)}>
                  Not known: {row.what}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {reports.length > 0 && (
        <section class="panel">
          <h2>Reports</h2>
          <ul class="events">
            {reports.map((row) => (
              <li key={row.id} class="event" data-item="">
                <a class="telling" href={to('/story', { report: row.id })}>
                  <Highlight text={row.title ?? row.id} words={q} />
                </a>
                <p class="meta">
                  <span>{row.publisher}</span>
                  <span>{day(row.published)}</span>
                  <span>{row.kind}</span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
