import { endpoint } from '../api/client'
import type { FigureRow, SeriesRow } from '../api/contract'
import { useList } from '../api/use'
import { More } from '../components/more'
import { Answered, Empty } from '../components/states'
import { Title } from '../components/title'
import { count, countOf, days } from '../format'
import { change, to, usePlace } from '../router'
import { FigureChart } from './figures-chart'

/** Each number that is told more than once, over time: ranges, sources, what was superseded and what contradicts. */
export function Figures() {
  const { query } = usePlace()
  const text = query.get('text') ?? ''
  const list = useList<SeriesRow>(endpoint('/series', { text, limit: 60 }))
  const chosen = query.get('series') ?? list.data?.[0]?.series ?? null
  return (
    <>
      <Title title="Figures">
        <form class="filters" onSubmit={(event) => event.preventDefault()}>
          <label class="wide">
            Of what
            <input type="search" value={text} onInput={(event) => change({ text: event.currentTarget.value, series: null }, true)} placeholder="troops, killed, $ …" />
          </label>
        </form>
      </Title>
      <div class="story" data-open={query.get('series') ? '' : undefined}>
        <section class="story-events" aria-label="Series">
          <h2>{list.data ? countOf(list.total, 'series', 'series') : 'Series'}</h2>
          <Answered answer={list} what="the figures">
            {(items) =>
              items.length === 0 ? (
                <Empty>No figure of that kind.</Empty>
              ) : (
                <ul class="events">
                  {items.map((item) => (
                    <li key={item.series} class="event" data-item="">
                      <a class="telling" href={to('/figures', { text, series: item.series })} aria-current={item.series === chosen ? 'true' : undefined}>
                        {seriesName(item)}
                      </a>
                      <p class="meta">
                        <span>{count(item.count, 'telling')}</span>
                        <span>{days(item.first, item.last)}</span>
                        {item.contradictions > 0 && <span class="badge against">≠ {item.contradictions} contradict</span>}
                        {item.drifts > 0 && <span class="badge against">~ {item.drifts} changed in retelling</span>}
                      </p>
                    </li>
                  ))}
                </ul>
              )
            }
          </Answered>
          <More list={list} what="series" />
        </section>
        <div class="reader">
          {query.get('series') && (
            <p class="back">
              <a href={to('/figures', { text })}>← All series</a>
            </p>
          )}
          {chosen && <Series key={chosen} name={chosen} title={seriesName(list.data?.find((s) => s.series === chosen) ?? { series: chosen, of: '' })} figure={query.get('figure')} />}
        </div>
      </div>
    </>
  )
}

/** What is counted; a series that nothing else belongs to is named after its report as well, which says nothing to a reader. */
function seriesName(row: Pick<SeriesRow, 'series' | 'of'>): string {
  const name = row.of || row.series.replace(/ \S+#\d+$/, '')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function Series({ name, title, figure }: { name: string; title: string; figure: string | null }) {
  const rows = useList<FigureRow>(endpoint('/figures', { series: name, limit: 500 }))
  return <Answered answer={rows} what="the series">{(items) => <FigureChart title={title} series={name} rows={items} chosen={figure} />}</Answered>
}
