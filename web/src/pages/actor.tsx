import { useMemo } from 'preact/hooks'
import { endpoint, idPart } from '../api/client'
import type { ActorDetail, EventLine, Page, Tie } from '../api/contract'
import { useApi } from '../api/use'
import { EventList } from '../components/event'
import { Network } from '../components/network'
import { Answered, Empty } from '../components/states'
import { SaveTable, Table, type Column } from '../components/table'
import { Title } from '../components/title'
import { count, days } from '../format'
import { to, usePlace } from '../router'

const columns: Column<EventLine>[] = [
  { head: 'id', value: (e) => e.id },
  { head: 'from', value: (e) => e.from },
  { head: 'to', value: (e) => e.to },
  { head: 'plover', value: (e) => e.plover },
  { head: 'status', value: (e) => e.status },
  { head: 'telling', value: (e) => e.telling },
]

/** One actor: who it is, what it did and had done to it, and with whom. */
export function Actor() {
  const { query } = usePlace()
  const key = query.get('key') ?? ''
  const answer = useApi<ActorDetail>(key ? endpoint(`/actors/${idPart(key)}`) : null)
  const ties = useApi<Page<Tie>>(key ? endpoint('/ties', { of: key, limit: 60 }) : null)
  const around = useMemo(() => ties.data?.items ?? [], [ties.data])
  if (!key) return <Title title="Actor" lead={<>No actor is named. <a href="/actors">Choose one</a>.</>} />
  return (
    <Answered answer={answer} what="the actor">
      {(actor) => (
        <>
          <Title title={actor.name} lead={<Facts actor={actor} />}>
            <p>
              <a href={to('/story', { about: actor.name })}>Its story</a>
            </p>
          </Title>
          {actor.offices.length > 0 && <Offices actor={actor} />}
          <div class="split">
            <Acts title="Did" events={actor.did} name={actor.name} />
            <Acts title="Had done to it" events={actor.received} name={actor.name} />
          </div>
          {around.length > 0 && <Network ties={around} title={`Ties of ${actor.name}`} name="ties" />}
        </>
      )}
    </Answered>
  )
}

function Facts({ actor }: { actor: ActorDetail }) {
  return (
    <>
      {[actor.country, actor.sectors.join(', '), actor.id].filter(Boolean).join(' · ') || 'Not in the registry of actors'}
      {actor.aliases.length > 0 && <>. Also known as {actor.aliases.join('; ')}</>}.
    </>
  )
}

function Offices({ actor }: { actor: ActorDetail }) {
  return (
    <section class="panel">
      <Table
        caption="Offices"
        columns={[
          { head: 'Office', value: (o: ActorDetail['offices'][number]) => o.title },
          { head: 'Country', value: (o) => o.country },
          { head: 'When', value: (o) => days(o.from, o.to) || 'not dated' },
          { head: 'Source', value: (o) => o.source },
        ]}
        rows={actor.offices}
      />
    </section>
  )
}

function Acts({ title, events, name }: { title: string; events: EventLine[]; name: string }) {
  return (
    <section class="panel">
      <h2>
        {title} <span class="quiet">{count(events.length, 'event')}</span>
      </h2>
      {events.length > 0 ? <EventList events={events} /> : <Empty>Nothing in the record.</Empty>}
      {events.length > 0 && (
        <p class="more">
          <SaveTable name={`${name} ${title}`} of={`what it ${title.toLowerCase()}`} columns={columns} rows={events} />
        </p>
      )}
    </section>
  )
}
