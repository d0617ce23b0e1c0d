import { useMemo, useRef } from 'preact/hooks'
import type { FigureRow } from '../api/contract'
import { look } from '../charts/look'
import { ranges } from '../charts/ranges'
import { Chart, type ChartHandle } from '../components/chart'
import { saveDataUrl } from '../components/download'
import { Picture } from '../components/picture'
import type { Column } from '../components/table'
import { wordsHref } from '../components/words'
import { day, number, range } from '../format'
import { navigate, to } from '../router'

export function sourceOf(row: FigureRow): string {
  return row.attribution.at(-1) ?? row.publisher ?? row.report
}

function value(row: FigureRow): number | null {
  return row.best ?? row.max ?? row.min
}

/** One series: a line of steps for each source, bars for ranges, hollow points for what was superseded. */
export function FigureChart({ title, series, rows, chosen }: { title: string; series: string; rows: FigureRow[]; chosen: string | null }) {
  const chart = useRef<ChartHandle | null>(null)
  const superseded = useMemo(() => new Set(rows.map((row) => row.supersedes)), [rows])
  const sources = useMemo(() => Map.groupBy(rows.filter((row) => row.asOf && value(row) !== null), sourceOf), [rows])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const last = rows.reduce((latest, row) => (row.asOf && row.asOf > latest ? row.asOf : latest), '')
  const unit = rows[0]?.currency ?? rows[0]?.unit ?? ''

  const option = () => {
    const seen = look()
    return {
      ...seen.still,
      tooltip: { ...seen.tooltip, trigger: 'item' as const, formatter: (at: unknown) => { const row = byId.get((at as { value: [string, number, string] }).value[2]); return row ? `${sourceOf(row)}, ${day(row.asOf)}\n${range(row.min, row.max, row.approx)} ${unit}` : '' } },
      legend: { ...seen.legend, data: [...sources.keys()], type: 'scroll' as const, right: 0 },
      grid: { left: 64, right: 24, top: 40, bottom: 32 },
      xAxis: { type: 'time' as const, ...seen.axis, splitLine: { show: false }, min: (span: { min: number; max: number }) => span.min - margin(span), max: (span: { min: number; max: number }) => span.max + margin(span) },
      yAxis: { type: 'value' as const, min: 0, ...seen.axis, axisLabel: { ...seen.axis.axisLabel, formatter: (n: number) => number(n) } },
      series: [...sources].flatMap(([source, told], i) => {
        const tint = seen.lines[i % seen.lines.length]!
        return [
          {
            type: 'line' as const,
            name: source,
            step: 'end' as const,
            symbolSize: 10,
            color: tint,
            lineStyle: { color: tint, width: 2 },
            data: held(told, last, (row) => ({ value: [row.asOf!, value(row)!, row.id], symbol: row.contradicts.length > 0 ? 'diamond' : 'circle', itemStyle: superseded.has(row.id) ? { color: seen.paper, borderColor: tint, borderWidth: 2 } : { color: tint } })),
          },
          ranges(source, tint, told.map((row) => [row.asOf!, row.min ?? 0, row.max ?? value(row)!, row.id, row.min === null || row.max === null ? 1 : 0])),
        ]
      }),
    }
  }

  const columns: Column<FigureRow>[] = [
    { head: 'As of', value: (r) => r.asOf, show: (r) => day(r.asOf) },
    { head: 'Figure', value: (r) => range(r.min, r.max, r.approx), numeric: true, show: (r) => <a href={wordsHref(r, r.claim)}>{range(r.min, r.max, r.approx)}</a> },
    { head: 'Min', value: (r) => r.min, numeric: true, show: (r) => (r.min === null ? '' : number(r.min)) },
    { head: 'Max', value: (r) => r.max, numeric: true, show: (r) => (r.max === null ? '' : number(r.max)) },
    { head: 'Change', value: (r) => r.change },
    { head: 'Source', value: (r) => sourceOf(r) },
    { head: 'In', value: (r) => r.publisher ?? r.report },
    { head: 'Supersedes', value: (r) => r.supersedes, show: (r) => (r.supersedes ? short(byId.get(r.supersedes)) : '') },
    { head: 'Contradicts', value: (r) => r.contradicts.join(' '), show: (r) => r.contradicts.map((id) => short(byId.get(id))).join('; ') },
    { head: 'Changed in retelling', value: (r) => r.drift && `${r.drift.field}: ${r.drift.from} → ${r.drift.to}`, show: (r) => r.drift && `${r.drift.field}: “${r.drift.from}” → “${r.drift.to}”` },
    { head: 'Words', value: (r) => r.words },
  ]

  return (
    <>
      <Picture
        title={title}
        name={`figures ${series}`}
        image={{ format: 'PNG', save: () => void (chart.current?.png() && saveDataUrl('figures.png', chart.current.png()!)) }}
        columns={columns}
        rows={rows}
        note="Steps are what each source held at the time; thin bars are ranges, and fade where a side is open. A hollow point was superseded by a later word of its source; a diamond contradicts another."
      >
        <Chart handle={chart} height={320} of={rows} option={option} label={`${title}: ${rows.length} tellings by ${sources.size} sources. The table below holds the numbers and the words.`} onPick={(data) => pick(data, byId)} />
      </Picture>
      <ol class="events tellings">
        {rows.map((row) => (
          <li key={row.id} class="event" data-item="" aria-current={row.id === chosen ? 'true' : undefined}>
            <a class="telling" href={wordsHref(row, row.claim)}>
              {range(row.min, row.max, row.approx)} {(row.unit || row.currency) && (row.of || row.unit)}
            </a>
            <p class="meta">
              <span>{sourceOf(row)}</span>
              <span>{day(row.asOf)}</span>
              {superseded.has(row.id) && <span class="badge ahead">→ superseded</span>}
              {row.contradicts.length > 0 && <span class="badge against">≠ contradicts {row.contradicts.map((id) => short(byId.get(id))).join('; ')}</span>}
              {row.drift && <span class="badge against">~ {row.drift.field} changed in retelling</span>}
            </p>
            <p class="quiet serif">“{row.words}”</p>
          </li>
        ))}
      </ol>
      <p class="quiet">
        <a href={to('/search', { q: rows[0]?.of })}>Search for “{rows[0]?.of}”</a>
      </p>
    </>
  )
}

const week = 7 * 86_400_000

function margin({ min, max }: { min: number; max: number }): number {
  return Math.max(week, (max - min) * 0.04)
}

/** The points of a source, and the last held on to the end of the picture. */
function held<T>(told: FigureRow[], last: string, point: (row: FigureRow) => T): (T | { value: [string, number]; symbol: 'none' })[] {
  const end = told.at(-1)!
  return [...told.map(point), ...(end.asOf! < last ? [{ value: [last, value(end)!] as [string, number], symbol: 'none' as const }] : [])]
}

function short(row: FigureRow | undefined): string {
  return row ? `${sourceOf(row)}’s ${range(row.min, row.max, row.approx)}` : 'another figure'
}

function pick(data: unknown, byId: Map<string, FigureRow>): void {
  const id = (data as { value?: unknown[] } | null)?.value?.[2]
  const row = typeof id === 'string' ? byId.get(id) : undefined
  if (row) navigate(wordsHref(row, row.claim))
}
