import type { ComponentChildren } from 'preact'
import { endpoint } from '../api/client'
import type { Dyad, EventLine, FigureRow, Overview as OverviewData, Page, Unusual } from '../api/contract'
import { useApi } from '../api/use'
import { EventList } from '../components/event'
import { Answered, Empty } from '../components/states'
import { Title } from '../components/title'
import { wordsHref } from '../components/words'
import { count, day, moment, range } from '../format'
import { useLastLook } from '../looked'
import { to } from '../router'
import { Strip } from './overview-strip'
import { UnusualItem } from './overview-unusual'

/** What is new, contested, expected and unusual since the reader last looked. */
export function Overview() {
  const answer = useApi<OverviewData>(endpoint('/overview'))
  return (
    <>
      <Title title="Overview" lead={answer.data && <Extent of={answer.data} />} />
      <Answered answer={answer}>{(data) => (data.reports === 0 ? <Nothing /> : <Sections data={data} />)}</Answered>
    </>
  )
}

function Extent({ of }: { of: OverviewData }) {
  return (
    <>
      {count(of.reports, 'report')}
      {of.first && of.last && (
        <>
          , {day(of.first)} to {day(of.last)}
        </>
      )}
      , tell of {count(of.events, 'event')} in {count(of.claims, 'claim')}
      {of.figures !== null && of.actors !== null ? (
        <>
          , with {count(of.figures, 'figure')} and <a href="/actors">{count(of.actors, 'actor')}</a>.
        </>
      ) : (
        '.'
      )}
    </>
  )
}

function Nothing() {
  return (
    <Empty>
      The record is empty. <a href="/add">Add reports</a>, or read some in: <code>chancery read PATH</code>.
    </Empty>
  )
}

function Sections({ data }: { data: OverviewData }) {
  const [last, markSeen] = useLastLook(data)
  const changed = useApi<Page<EventLine>>(last ? endpoint('/events/lines', { changedSince: last.sequence, order: 'latest', limit: 8 }) : null)
  const unusual = useApi<Page<Unusual>>(endpoint('/unusual', { limit: 4 }))
  const dyads = useApi<Page<Dyad>>(endpoint('/dyads', { limit: 8 }))
  const fresh = changed.data?.items ?? []
  return (
    <>
      <Stories dyads={dyads.data?.items ?? []} />
      <Strip />
      <div class="columns">
        <Section title={last ? 'New since you last looked' : 'Latest'} href={to('/story')}>
          {last && (
            <p class="quiet since">
              You last looked on {moment(last.at)}. {fresh.length > 0 ? `${count(changed.data?.total ?? fresh.length, 'event')} changed since.` : 'Nothing has changed since; these are the latest.'}{' '}
              {fresh.length > 0 && (
                <button type="button" class="link" onClick={markSeen}>
                  Mark as seen
                </button>
              )}
            </p>
          )}
          <EventList events={fresh.length > 0 ? fresh : data.latest} />
        </Section>
        <div>
          <Section title="Contested" href={to('/story', { standing: 'contested' })}>
            {data.contested.length > 0 ? <EventList events={data.contested} /> : <Empty>No source gainsays another.</Empty>}
          </Section>
          <Section title="Unusual">
            <Answered answer={unusual} what="the weeks before">
              {(page) =>
                page.items.length > 0 ? (
                  <ul class="events">
                    {page.items.map((item) => (
                      <UnusualItem key={item.from + item.to} item={item} />
                    ))}
                  </ul>
                ) : (
                  <Empty>In the last four weeks of the record no pair of countries departs from its own past.</Empty>
                )
              }
            </Answered>
          </Section>
        </div>
        <div>
          <Section title="Expected" href={to('/expectations')}>
            {data.expected.length > 0 ? <EventList events={data.expected} /> : <Empty>Nothing is announced that is still open.</Empty>}
          </Section>
          <Section title="Changed in retelling">
            {data.drifts.length > 0 ? (
              <ul class="events">
                {data.drifts.map((figure) => (
                  <DriftItem key={figure.id} figure={figure} />
                ))}
              </ul>
            ) : (
              <Empty>No rewrite changed a number or its source.</Empty>
            )}
          </Section>
        </div>
      </div>
    </>
  )
}

function Section({ title, href, children }: { title: string; href?: string; children: ComponentChildren }) {
  return (
    <section class="panel">
      <h2>{href ? <a href={href}>{title}</a> : title}</h2>
      {children}
    </section>
  )
}

/** The busiest pairs of countries, each a story of its own. */
function Stories({ dyads }: { dyads: Dyad[] }) {
  const told = dyads.filter((dyad) => dyad.events > 1 && dyad.aName !== dyad.a && dyad.bName !== dyad.b)
  return (
    <nav class="chips" aria-label="Stories">
      {told.map((dyad) => (
        <a key={dyad.a + dyad.b} href={to('/story', { about: `${dyad.aName}, ${dyad.bName}` })}>
          {dyad.aName} – {dyad.bName} <span class="quiet">{dyad.events}</span>
        </a>
      ))}
      <a href="/story">The whole record</a>
    </nav>
  )
}

function DriftItem({ figure }: { figure: FigureRow }) {
  return (
    <li class="event" data-item="">
      <a class="telling" href={to('/figures', { series: figure.series, figure: figure.id })}>
        {range(figure.min, figure.max, figure.approx)} {figure.of || figure.unit}
      </a>
      <p class="meta">
        {figure.drift!.field}: “{figure.drift!.from}” became “{figure.drift!.to}” in{' '}
        <a href={wordsHref(figure, figure.claim)}>{figure.publisher ?? figure.report}</a>
      </p>
    </li>
  )
}
