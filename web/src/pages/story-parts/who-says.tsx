import type { Claim, EventRow } from '../../api/contract'
import { StatusBadge } from '../../components/badges'
import { SaveTable, Table, type Column } from '../../components/table'
import { count, day } from '../../format'
import { change } from '../../router'

const why: Record<string, string> = { actor: 'same actor', recipient: 'same recipient', day: 'same day', 'days-near': 'days near', act: 'same act', decision: 'somebody’s decision' }

/** Every claim of an event beside its source: on whose word, how sure, in which words. */
export function WhoSays({ event, claims, chosen }: { event: EventRow; claims: Claim[]; chosen: string | null }) {
  const join = (claim: Claim) => event.joins.find((j) => j.claim === claim.id)
  const drift = (claim: Claim) => event.drifts.find((d) => d.claim === claim.id)?.drift
  const columns: Column<Claim>[] = [
    {
      head: 'Who',
      value: (c) => c.attribution.join(' ← ') || `${c.publisher ?? c.report} itself`,
      show: (c) => (
        <button type="button" class="link" aria-pressed={c.id === chosen} onClick={() => change({ event: event.id, claim: c.id, report: null })}>
          {c.attribution.join(' ← ') || `${c.publisher ?? c.report} itself`}
        </button>
      ),
    },
    { head: 'says it', value: (c) => c.status, show: (c) => <StatusBadge status={c.status} /> },
    { head: 'in', value: (c) => c.publisher ?? c.report, show: (c) => <>{c.publisher ?? c.report}{c.published && <span class="quiet">, {day(c.published)}</span>}</> },
    { head: 'Factuality', value: (c) => c.factuality, numeric: true },
    { head: 'Confidence', value: (c) => Math.round(c.confidence * 100) / 100, numeric: true },
    {
      head: 'Words',
      value: (c) => c.words,
      show: (c) => (
        <>
          {c.words}
          {join(c) && <span class="quiet note"> Stands here by {join(c)!.why.map((reason) => why[reason] ?? reason).join(', ')}.</span>}
          {drift(c) && (
            <span class="quiet note">
              {' '}
              The rewrite turned “{drift(c)!.from}” into “{drift(c)!.to}”.
            </span>
          )}
        </>
      ),
    },
  ]
  return (
    <section class="who-says">
      <div class="head">
        <h3>
          Who says so: {count(event.independent, 'independent origin')}, {count(claims.length, 'claim')}
        </h3>
        <SaveTable name={`event-${event.id}`} of="who says so" columns={columns} rows={claims} />
      </div>
      {event.vouchers.length > 0 && <p class="quiet">Origins: {event.vouchers.join('; ')}</p>}
      <Table caption="Claims of this event" hideCaption columns={columns} rows={claims} />
    </section>
  )
}
