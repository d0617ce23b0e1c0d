import { useState } from 'preact/hooks'
import { endpoint, idPart } from '../../api/client'
import type { Decision, EventDetail, EventLine, Page } from '../../api/contract'
import { decide, type NewDecision } from '../../api/decide'
import { useApi } from '../../api/use'
import { StandingBadge, StatusBadge } from '../../components/badges'
import { eventDays } from '../../components/event'
import { Answered, Empty, Trouble } from '../../components/states'
import { day, sentence } from '../../format'
import { navigate, to } from '../../router'

/** The claims of an event, to be told apart, and events like it, to be joined with. */
export function EventReview({ id, decisions }: { id: string; decisions: Decision[] }) {
  const answer = useApi<EventDetail>(endpoint(`/events/${idPart(id)}`))
  return <Answered answer={answer} what="the event">{(data) => <Rearrange key={data.event.id} data={data} decisions={decisions} />}</Answered>
}

function Rearrange({ data: { event, claims }, decisions }: { data: EventDetail; decisions: Decision[] }) {
  const [apart, setApart] = useState<Set<string>>(new Set())
  const [other, setOther] = useState<EventLine | null>(null)
  const [problem, setProblem] = useState<Error | null>(null)
  const party = event.actor[0]?.name ?? event.recipient[0]?.name ?? ''
  const like = useApi<Page<EventLine>>(endpoint('/events/lines', { party, limit: 100, order: 'latest' }))
  const candidates = (like.data?.items ?? []).filter((e) => e.id !== event.id).sort((a, b) => Number(b.plover === event.plover) - Number(a.plover === event.plover))
  const seen = Math.max(0, ...decisions.map((d) => d.number))

  const send = async (decision: NewDecision, then: string) => {
    setProblem(null)
    try {
      await decide(decision, seen)
      navigate(then)
    } catch (cause) {
      setProblem(cause as Error)
    }
  }
  const toggle = (id: string) => {
    const next = new Set(apart)
    if (!next.delete(id)) next.add(id)
    setApart(next)
  }
  const stay = claims.filter((c) => !apart.has(c.id)).map((c) => c.id)

  return (
    <article aria-label="Event">
      <header class="event-head">
        <p>
          <a href="/review">← Claims to review</a>
        </p>
        <h2>{sentence(event.telling)}</h2>
        <p class="meta">
          <span>{eventDays(event)}</span>
          <StatusBadge status={event.status} />
          <StandingBadge standing={event.standing} />
          <a href={to('/story', { event: event.id })}>in its story</a>
        </p>
      </header>
      {problem && <Trouble problem={problem} />}
      <div class="split">
        <section class="panel">
          <h2>Its claims</h2>
          <fieldset class="choices">
            <legend class="quiet">Mark those that tell of another happening.</legend>
            {claims.map((c) => (
              <label key={c.id} class="check">
                <input type="checkbox" checked={apart.has(c.id)} disabled={claims.length < 2} onChange={() => toggle(c.id)} />
                <span>
                  <span class="serif">“{c.words}”</span>
                  <br />
                  <span class="quiet">
                    {c.publisher ?? c.report}, {day(c.published)}, {c.status}
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
          <button type="button" class="primary" disabled={apart.size === 0 || stay.length === 0} onClick={() => void send({ kind: 'split', claims: [...apart], from: stay }, to('/review', { claim: [...apart][0] }))}>
            Split {apart.size > 0 ? apart.size : 'them'} off
          </button>
        </section>
        <section class="panel">
          <h2>Join with</h2>
          {candidates.length === 0 && <Empty>No other event has {party || 'these parties'} in it.</Empty>}
          <fieldset class="choices scroll" tabIndex={0}>
            <legend class="quiet">Events of {party || 'the record'}; those of the same kind first.</legend>
            {candidates.map((e) => (
              <label key={e.id} class="check">
                <input type="radio" name="other" checked={other?.id === e.id} onChange={() => setOther(e)} />
                <span>
                  <span class="serif">{sentence(e.telling)}</span>
                  <br />
                  <span class="quiet">
                    {eventDays(e)}, {e.status}
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
          <button type="button" class="primary" disabled={!other} onClick={() => other && void send({ kind: 'join', claims: [claims[0]!.id, other.best] }, to('/review', { event: event.id }))}>
            They are one happening
          </button>
        </section>
      </div>
    </article>
  )
}
