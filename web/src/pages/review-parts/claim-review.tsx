import { useEffect, useState } from 'preact/hooks'
import { endpoint, idPart } from '../../api/client'
import type { Claim, Decision } from '../../api/contract'
import { decide, withdraw, type NewDecision } from '../../api/decide'
import { useApi } from '../../api/use'
import { QuadBadge, StatusBadge } from '../../components/badges'
import { Answered, Trouble } from '../../components/states'
import { day, days, sentence } from '../../format'
import { navigate, to } from '../../router'
import { areOn } from '../../shortcuts'
import { ReportReader } from '../story-parts/report-reader'
import { Correction } from './correction'

interface ClaimReviewProps {
  id: string
  decisions: Decision[]
  /** The claim to go on with. */
  next: string | null
}

export function ClaimReview({ id, decisions, next }: ClaimReviewProps) {
  const answer = useApi<Claim>(endpoint(`/claims/${idPart(id)}`))
  return <Answered answer={answer} what="the claim">{(claim) => <Decide claim={claim} decisions={decisions} next={next} />}</Answered>
}

function Decide({ claim, decisions, next }: { claim: Claim; decisions: Decision[]; next: string | null }) {
  const [correcting, setCorrecting] = useState(false)
  const [problem, setProblem] = useState<Error | null>(null)
  const own = decisions.filter((d) => !d.withdrawn && d.claims.some((c) => c.id === claim.id))
  const seen = Math.max(0, ...decisions.map((d) => d.number))

  const send = async (decision: Omit<NewDecision, 'claims'>) => {
    setProblem(null)
    try {
      await decide({ ...decision, claims: [claim.id] }, seen)
      navigate(to('/review', { claim: next }))
    } catch (cause) {
      setProblem(cause as Error)
    }
  }
  const undo = () => own[0] && withdraw(own[0].number).catch(setProblem)

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!areOn() || event.ctrlKey || event.metaKey || event.altKey || (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog'))) return
      if (event.key === 'a') void send({ kind: 'accept' })
      else if (event.key === 'x') void send({ kind: 'reject' })
      else if (event.key === 'c') setCorrecting(true)
      else if (event.key === 'u') void undo()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })

  return (
    <article aria-label="Claim">
      <header class="event-head">
        <h2>{sentence(claim.telling ?? claim.words)}</h2>
        <p class="meta">
          <StatusBadge status={claim.status} />
          <QuadBadge quadClass={claim.quadClass} code={claim.plover} />
          <span>confidence {claim.confidence.toFixed(2)}</span>
          {claim.event && <a href={to('/review', { event: claim.event })}>its event: split or join</a>}
        </p>
      </header>
      <Sentence claim={claim} />
      <dl class="facts">
        <Fact name="Actor" value={claim.actor.map((a) => a.name).join(', ')} />
        <Fact name="Recipient" value={claim.recipient.map((a) => a.name).join(', ')} />
        <Fact name="On the word of" value={claim.attribution.join(' ← ')} />
        <Fact name="When" value={claim.time ? days(claim.time.from, claim.time.to) : ''} />
        <Fact name="Where" value={claim.place?.name ?? ''} />
        <Fact name="Figures" value={claim.counts.join('; ')} />
      </dl>
      <div class="decide" role="group" aria-label="Decide">
        <button type="button" class="primary" onClick={() => void send({ kind: 'accept' })}>
          ✓ Accept <kbd>a</kbd>
        </button>
        <button type="button" onClick={() => void send({ kind: 'reject' })}>
          ✕ Reject <kbd>x</kbd>
        </button>
        <button type="button" aria-expanded={correcting} onClick={() => setCorrecting(!correcting)}>
          ✎ Correct <kbd>c</kbd>
        </button>
        {own.length > 0 && (
          <button type="button" onClick={() => void undo()}>
            ↶ Undo {own[0]!.kind} <kbd>u</kbd>
          </button>
        )}
      </div>
      {problem && <Trouble problem={problem} />}
      {correcting && <Correction claim={claim} onSend={send} />}
      <ReportReader id={claim.report} claim={claim.id} at={null} />
    </article>
  )
}

function Sentence({ claim }: { claim: Claim }) {
  return (
    <figure class="words">
      <blockquote>{claim.words}</blockquote>
      <figcaption>
        <a href={to('/story', { report: claim.report, claim: claim.id })}>{claim.publisher ?? claim.report}</a>
        {claim.published && `, ${day(claim.published)}`}
      </figcaption>
    </figure>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return value ? (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  ) : null
}
