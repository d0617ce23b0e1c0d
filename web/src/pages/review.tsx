import { useState } from 'preact/hooks'
import { endpoint } from '../api/client'
import type { Claim, Decision, Page, Session } from '../api/contract'
import { useApi, useList } from '../api/use'
import { StatusBadge } from '../components/badges'
import { More } from '../components/more'
import { Answered, Empty } from '../components/states'
import { Title } from '../components/title'
import { count, sentence } from '../format'
import { recall, remember } from '../prefs'
import { to, usePlace } from '../router'
import { ClaimReview } from './review-parts/claim-review'
import { DecisionList } from './review-parts/decisions'
import { EventReview } from './review-parts/event-review'

/** Claims beside their sentences, to be accepted, corrected or rejected; events, to be split and joined. */
export function Review() {
  const { query } = usePlace()
  const session = useApi<Session>(endpoint('/session'))
  const decisions = useApi<Page<Decision>>(endpoint('/decisions', { limit: 500 }))
  const claims = useList<Claim>(endpoint('/claims', { limit: 100 }))
  const [event, claim] = [query.get('event'), query.get('claim')]
  const all = decisions.data?.items ?? []
  const decided = new Set(all.filter((d) => !d.withdrawn && d.kind !== 'split' && d.kind !== 'join').flatMap((d) => d.claims.map((c) => c.id)))
  const queue = (claims.data ?? []).filter((c) => !decided.has(c.id)).sort((a, b) => a.confidence - b.confidence)
  const chosen = claim ?? queue[0]?.id ?? null
  const after = (id: string) => queue.filter((c) => c.id !== id)[Math.max(0, queue.findIndex((c) => c.id === id))]?.id ?? queue.find((c) => c.id !== id)?.id ?? null
  return (
    <>
      <Title title="Review" lead="What was read, beside the words it was read from. The least certain come first. Decisions are kept with who and when, and outlast reading anew.">
        <Reviewer session={session.data} />
      </Title>
      {event ? (
        <EventReview id={event} decisions={all} />
      ) : (
        <div class="with-side">
          <section class="story-events" aria-label="Claims to review">
            <h2>{count(queue.length, 'claim')} to review</h2>
            <Answered answer={claims} what="the claims">
              {() =>
                queue.length === 0 ? (
                  <Empty>Every claim shown has been decided on.</Empty>
                ) : (
                  <ul class="events">
                    {queue.slice(0, 40).map((c) => (
                      <li key={c.id} class="event" data-item="">
                        <a class="telling" href={to('/review', { claim: c.id })} aria-current={c.id === chosen ? 'true' : undefined}>
                          {sentence(c.telling ?? c.words)}
                        </a>
                        <p class="meta">
                          <StatusBadge status={c.status} />
                          <span>confidence {c.confidence.toFixed(2)}</span>
                        </p>
                      </li>
                    ))}
                  </ul>
                )
              }
            </Answered>
            <More list={claims} what="claims loaded" />
          </section>
          <div>{chosen && <ClaimReview key={chosen} id={chosen} decisions={all} next={after(chosen)} />}</div>
        </div>
      )}
      <DecisionList decisions={all} />
    </>
  )
}

/** Who decides; where keys are asked for, the key tells. */
function Reviewer({ session }: { session: Session | null }) {
  const [name, setName] = useState(recall('reviewer') ?? '')
  if (!session) return null
  if (session.asksForKeys)
    return (
      <p class="quiet">
        You decide as {session.name ?? 'nobody'}
        {session.role === 'reader' && ', whose key may only read'}. <a href="/sign-in">{session.name ? 'Change' : 'Sign in'}</a>
      </p>
    )
  return (
    <form class="filters" onSubmit={(event) => event.preventDefault()}>
      <label>
        Your name, kept with each decision
        <input
          value={name}
          autocomplete="name"
          onInput={(event) => {
            setName(event.currentTarget.value)
            remember('reviewer', event.currentTarget.value.trim() || null)
          }}
        />
      </label>
    </form>
  )
}
