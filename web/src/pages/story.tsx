import { endpoint } from '../api/client'
import type { ActorRow, EventLine, Page, Standing, Status } from '../api/contract'
import { useApi, useList } from '../api/use'
import { EventItem } from '../components/event'
import { More } from '../components/more'
import { Answered, Empty } from '../components/states'
import { Title } from '../components/title'
import { countOf } from '../format'
import { change, to, usePlace } from '../router'
import { EventReader } from './story-parts/event-reader'
import { ReportReader } from './story-parts/report-reader'
import { StoryTimeline } from './story-parts/timeline'

const statuses: Status[] = ['occurred', 'ongoing', 'planned', 'possible', 'demanded', 'conditional', 'denied', 'not-occurred']
const standings: Standing[] = ['settled', 'contested', 'single-source', 'superseded']

/** What happened between some parties: when, who says so, and the words it was read from. */
export function Story() {
  const { query } = usePlace()
  const about = query.get('about') ?? ''
  const [since, until, status, standing] = ['since', 'until', 'status', 'standing'].map((name) => query.get(name))
  const asked = { party: about, status, standing }
  const events = useList<EventLine>(endpoint('/events/lines', { ...asked, since, until, order: 'latest', limit: 40 }))
  const report = query.get('report')
  const event = query.get('event') ?? (report ? null : (events.data?.[0]?.id ?? null))
  const isOpen = report !== null || query.get('event') !== null

  return (
    <>
      <Title title={about ? about.split(',').map((name) => name.trim()).join(' – ') : 'The whole record'}>
        <Filters about={about} since={since} until={until} status={status} standing={standing} />
      </Title>
      <StoryTimeline url={endpoint('/timeline', asked)} since={since ?? null} until={until ?? null} about={about} />
      <div class="story" data-open={isOpen ? '' : undefined}>
        <section class="story-events" aria-label="Events">
          <h2>{events.data ? countOf(events.total, 'event') : 'Events'}</h2>
          <Answered answer={events} what="the events">
            {(items) =>
              items.length === 0 ? (
                <Empty>
                  No event matches. <a href={to('/story', { about })}>Drop the other filters</a> or <a href="/story">look at the whole record</a>.
                </Empty>
              ) : (
                <ul class="events">
                  {items.map((item) => (
                    <EventItem key={item.id} event={item} href={to('/story', { ...Object.fromEntries(query), event: item.id, report: null, claim: null, at: null })} current={item.id === event} />
                  ))}
                </ul>
              )
            }
          </Answered>
          <More list={events} what="events" />
        </section>
        <div class="reader">
          {isOpen && (
            <p class="back">
              <a href={to('/story', { ...Object.fromEntries(query), event: null, report: null, claim: null, at: null })}>← All events</a>
            </p>
          )}
          {report ? <ReportReader id={report} claim={query.get('claim')} at={query.get('at')} /> : event && <EventReader id={event} claim={query.get('claim')} />}
        </div>
      </div>
    </>
  )
}

function Filters({ about, since, until, status, standing }: { about: string; since?: string | null; until?: string | null; status?: string | null; standing?: string | null }) {
  const actors = useApi<Page<ActorRow>>(endpoint('/actors', { limit: 100 }))
  const set = (name: string) => (event: Event) => change({ [name]: (event.currentTarget as HTMLInputElement).value, event: null, report: null, claim: null, at: null })
  return (
    <form class="filters" onSubmit={(event) => event.preventDefault()}>
      <label class="wide">
        About
        <input type="search" list="parties" value={about} onChange={set('about')} placeholder="everybody; or names with commas between" />
      </label>
      <datalist id="parties">
        {actors.data?.items.map((actor) => (
          <option key={actor.key} value={actor.name} />
        ))}
      </datalist>
      <label>
        From
        <input type="date" value={since ?? ''} onChange={set('since')} />
      </label>
      <label>
        To
        <input type="date" value={until ?? ''} onChange={set('until')} />
      </label>
      <Choice name="Status" value={status} options={statuses} onChange={set('status')} />
      <Choice name="Standing" value={standing} options={standings} onChange={set('standing')} />
    </form>
  )
}

function Choice({ name, value, options, onChange }: { name: string; value?: string | null; options: string[]; onChange: (event: Event) => void }) {
  return (
    <label>
      {name}
      <select value={value ?? ''} onChange={onChange}>
        <option value="">any</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    </label>
  )
}
