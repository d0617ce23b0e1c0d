import type { ReportRow } from '../../api/contract'
import { SaveTable, type Column } from '../../components/table'
import { day } from '../../format'
import { to } from '../../router'

const columns: Column<ReportRow>[] = [
  { head: 'report', value: (r) => r.id },
  { head: 'publisher', value: (r) => r.publisher },
  { head: 'published', value: (r) => r.published },
  { head: 'kind', value: (r) => r.kind },
  { head: 'derivedFrom', value: (r) => r.derivedFrom },
]

/** Which reports tell the same dispatch, and which of them was made from which. */
export function Lineage({ rows, current }: { rows: ReportRow[]; current: string }) {
  if (rows.length < 2) return <p class="quiet lineage-none">No other report in the record tells this dispatch.</p>
  const known = new Set(rows.map((row) => row.id))
  const roots = rows.filter((row) => !row.derivedFrom || !known.has(row.derivedFrom))
  return (
    <section class="lineage">
      <div class="head">
        <h3>One dispatch, {rows.length} tellings: they count once</h3>
        <SaveTable name={`lineage-${current}`} of="the lineage" columns={columns} rows={rows} />
      </div>
      <Branch of={roots} rows={rows} current={current} />
    </section>
  )
}

function Branch({ of, rows, current }: { of: ReportRow[]; rows: ReportRow[]; current: string }) {
  if (of.length === 0) return null
  return (
    <ul class="tree">
      {of.map((row) => (
        <li key={row.id}>
          <span class={`badge kind-${row.kind}`}>{row.kind}</span>{' '}
          {row.id === current ? <strong>{row.publisher ?? row.id}</strong> : <a href={to('/story', { report: row.id })}>{row.publisher ?? row.id}</a>} <span class="quiet">{day(row.published)}</span> {row.title}
          <Branch of={rows.filter((other) => other.derivedFrom === row.id && other.id !== row.id)} rows={rows} current={current} />
        </li>
      ))}
    </ul>
  )
}
