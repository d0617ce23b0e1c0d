import { endpoint } from '../../api/client'
import type { Decision } from '../../api/contract'
import { withdraw } from '../../api/decide'
import { Table, type Column } from '../../components/table'
import { count, moment } from '../../format'
import { to } from '../../router'

/** Everything that was decided, by whom and when; the whole list is training data. */
export function DecisionList({ decisions }: { decisions: Decision[] }) {
  if (decisions.length === 0) return <p class="quiet">Nothing has been decided yet.</p>
  const columns: Column<Decision>[] = [
    { head: 'Number', value: (d) => d.number, numeric: true },
    { head: 'What', value: (d) => what(d), show: (d) => (d.withdrawn ? <s>{what(d)}</s> : what(d)) },
    { head: 'Claim', value: (d) => d.claims.map((c) => c.telling ?? c.words).join(' | '), show: (d) => d.claims[0] && <a href={to('/review', { claim: d.claims[0].id })}>{d.claims[0].telling ?? d.claims[0].words}{d.claims.length > 1 && ` and ${d.claims.length - 1} more`}</a> },
    { head: 'Who', value: (d) => d.by },
    { head: 'When', value: (d) => d.at, show: (d) => moment(d.at) },
    { head: 'Why', value: (d) => d.reason },
    {
      head: 'In force',
      value: (d) => (d.withdrawn ? 'withdrawn' : 'yes'),
      show: (d) =>
        d.withdrawn ? (
          'withdrawn'
        ) : (
          <button type="button" class="small" onClick={() => void withdraw(d.number)}>
            Take back<span class="sr-only"> number {d.number}</span>
          </button>
        ),
    },
  ]
  return (
    <section class="panel">
      <div class="head">
        <h2>{count(decisions.length, 'decision')}</h2>
        <a download="decisions.jsonl" href={endpoint('/decisions', { format: 'jsonl' })}>
          Save as training data (JSON Lines)
        </a>
      </div>
      <Table caption="Decisions" hideCaption columns={columns} rows={decisions} />
    </section>
  )
}

function what(decision: Decision): string {
  return decision.kind === 'correct' ? `correct ${decision.field}: ${decision.value}` : decision.kind
}
