import { endpoint, idPart } from '../../api/client'
import type { Claim, EventDetail, EventRow } from '../../api/contract'
import { useApi } from '../../api/use'
import { QuadBadge, StandingBadge, StatusBadge } from '../../components/badges'
import { eventDays, eventHref } from '../../components/event'
import { Answered } from '../../components/states'
import { count, sentence } from '../../format'
import { to } from '../../router'
import { ReportReader } from './report-reader'
import { WhoSays } from './who-says'

/** One event: who says what about it, what they disagree on, and the report that tells it best. */
export function EventReader({ id, claim }: { id: string; claim: string | null }) {
  const answer = useApi<EventDetail>(endpoint(`/events/${idPart(id)}`))
  return (
    <Answered answer={answer} what="the event">
      {({ event, claims, settledBy }) => {
        const chosen = claims.find((c) => c.id === claim) ?? claims.find((c) => c.id === event.best) ?? claims[0]
        return (
          <article aria-label="Event">
            <header class="event-head">
              <h2>{sentence(event.telling)}</h2>
              <p class="meta">
                <span>{eventDays(event)}</span>
                <StatusBadge status={event.status} />
                <StandingBadge standing={event.standing} />
                <QuadBadge quadClass={event.quadClass} code={event.plover} />
                {event.place && <a href={to('/map', { place: event.place.name })}>{event.place.name}</a>}
              </p>
              <Parties event={event} />
              <Settling event={event} settledBy={settledBy} />
            </header>
            <WhoSays event={event} claims={claims} chosen={chosen?.id ?? null} />
            {event.disputes.length > 0 && <Disputes event={event} claims={claims} />}
            <p class="quiet">
              <a href={to('/review', { event: event.id })}>Review this event</a>
            </p>
            {chosen && <ReportReader id={chosen.report} claim={chosen.id} at={null} />}
          </article>
        )
      }}
    </Answered>
  )
}

function Parties({ event }: { event: EventRow }) {
  const names = (parties: EventRow['actor']) =>
    parties.map((party, i) => (
      <span key={party.key}>
        {i > 0 && ', '}
        <a href={to('/actor', { key: party.key })}>{party.name}</a>
      </span>
    ))
  if (event.actor.length + event.recipient.length === 0) return null
  return (
    <p class="parties">
      {names(event.actor)}
      {event.recipient.length > 0 && <> <span aria-label="to">→</span> {names(event.recipient)}</>}
    </p>
  )
}

function Settling({ event, settledBy }: { event: EventRow; settledBy: EventRow[] }) {
  if (!event.settles && settledBy.length === 0) return null
  return (
    <p class="settling">
      {event.settles && (
        <>
          Settles what was <a href={to('/story', { event: event.settles })}>expected</a>.{' '}
        </>
      )}
      {settledBy.map((later) => (
        <span key={later.id}>
          Settled by: <a href={eventHref(later)}>{sentence(later.telling)}</a>{' '}
        </span>
      ))}
    </p>
  )
}

const questions: Record<string, string> = { status: 'whether it happened', actor: 'who did it', recipient: 'to whom', place: 'where', time: 'when', figure: 'how many' }

function Disputes({ event, claims }: { event: EventRow; claims: Claim[] }) {
  const find = (id: string) => claims.find((claim) => claim.id === id)
  return (
    <section class="disputes">
      {event.disputes.map((dispute) => (
        <div key={dispute.field}>
          <h3>Sources disagree on {questions[dispute.field] ?? dispute.field}</h3>
          <div class="sides">
            {dispute.sides.map((side, i) => (
              <ul key={i} aria-label={`Side ${i + 1} of ${count(dispute.sides.length, 'side')}`}>
                {side.map(find).filter((c): c is Claim => c !== undefined).map((c) => (
                  <li key={c.id}>
                    <a href={to('/story', { event: event.id, claim: c.id })}>{c.attribution.at(-1) ?? c.publisher ?? c.report}</a>: {c.status}
                    {c.telling && `, “${c.telling}”`}
                  </li>
                ))}
              </ul>
            ))}
          </div>
        </div>
      ))}
    </section>
  )
}
