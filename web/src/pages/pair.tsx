import { useMemo, useRef } from 'preact/hooks'
import { endpoint } from '../api/client'
import type { Dyad, EventRow, Page } from '../api/contract'
import { useApi, useList } from '../api/use'
import { look } from '../charts/look'
import { Chart, type ChartHandle } from '../components/chart'
import { saveDataUrl } from '../components/download'
import { EventList, eventHref } from '../components/event'
import { More } from '../components/more'
import { Picture } from '../components/picture'
import { Answered, Empty } from '../components/states'
import { Title } from '../components/title'
import { day, number, sentence, signed, shorten } from '../format'
import { navigate, to, usePlace } from '../router'

interface Point {
  event: EventRow
  day: string
  score: number
  /** Mean and spread of everything before. */
  mean: number | null
  spread: number | null
}

function history(events: EventRow[]): Point[] {
  const past: number[] = []
  const points: Point[] = []
  for (const event of events) {
    const at = event.from ?? event.to ?? event.published
    if (!at || event.goldstein === null) continue
    const mean = past.length > 0 ? past.reduce((a, b) => a + b) / past.length : null
    const spread = mean !== null && past.length > 1 ? Math.sqrt(past.reduce((sum, s) => sum + (s - mean) ** 2, 0) / (past.length - 1)) : null
    points.push({ event, day: at, score: event.goldstein, mean, spread })
    past.push(event.goldstein)
  }
  return points
}

/** What happened between two, against their own past. */
export function Pair() {
  const { query } = usePlace()
  const [a, b] = [query.get('a') ?? '', query.get('b') ?? '']
  const events = useList<EventRow>(a && b ? endpoint('/pair', { a, b, limit: 500 }) : null)
  const dyads = useApi<Page<Dyad>>(endpoint('/dyads', { limit: 200 }))
  const points = useMemo(() => history(events.data ?? []), [events.data])
  const latest = useMemo(() => [...(events.data ?? [])].reverse(), [events.data])
  const names = pairNames(a, b, dyads.data?.items ?? [], events.data ?? [])
  if (!a || !b) return <Title title="Pair" lead={<>No two actors are named. <a href="/actors">Choose a tie</a>.</>} />
  return (
    <>
      <Title title={names.join(' and ')} lead={<><a href={to('/story', { about: names.join(', ') })}>Their story</a></>} />
      {points.length > 1 && <History points={points} />}
      <Answered answer={events} what="their history">
        {(items) => (items.length === 0 ? <Empty>The record has no event between the two.</Empty> : <section class="panel"><h2>Events</h2><EventList events={latest} /></section>)}
      </Answered>
      <More list={events} what="events" />
    </>
  )
}

function pairNames(a: string, b: string, dyads: Dyad[], events: EventRow[]): string[] {
  const dyad = dyads.find((d) => (d.a === a && d.b === b) || (d.a === b && d.b === a))
  if (dyad) return [dyad.aName, dyad.bName]
  const name = (key: string) => events.flatMap((e) => [...e.actor, ...e.recipient]).find((party) => party.key === key)?.name ?? key.split('/').at(-1)!
  return [name(a), name(b)]
}

function History({ points }: { points: Point[] }) {
  const chart = useRef<ChartHandle | null>(null)
  const option = () => {
    const seen = look()
    const band = points.filter((p) => p.mean !== null)
    return {
      ...seen.still,
      tooltip: { ...seen.tooltip, trigger: 'item' as const, formatter: (at: unknown) => { const item = at as { seriesName?: string; value: [string, number, string?] }; return `${day(item.value[0])}  ${signed(item.value[1])}\n${item.value[2] ? shorten(item.value[2], 70) : (item.seriesName ?? '')}` } },
      legend: { ...seen.legend, data: ['Event', 'Mean of all before'] },
      grid: { left: 40, right: 16, top: 34, bottom: 60 },
      xAxis: { type: 'time' as const, ...seen.axis, splitLine: { show: false } },
      yAxis: { type: 'value' as const, min: -10, max: 10, ...seen.axis },
      dataZoom: [{ type: 'slider' as const, height: 22, bottom: 8, ...seen.zoom }],
      series: [
        { type: 'line' as const, name: 'low', stack: 'band', symbol: 'none', lineStyle: { opacity: 0 }, silent: true, stackStrategy: 'all' as const, data: band.map((p) => [p.day, p.mean! - (p.spread ?? 0)]) },
        { type: 'line' as const, name: 'Usual', stack: 'band', symbol: 'none', lineStyle: { opacity: 0 }, silent: true, stackStrategy: 'all' as const, areaStyle: { color: seen.line, opacity: 0.7 }, data: band.map((p) => [p.day, 2 * (p.spread ?? 0)]) },
        { type: 'line' as const, name: 'Mean of all before', symbol: 'none', lineStyle: { color: seen.muted, width: 2, type: 'dashed' as const }, itemStyle: { color: seen.muted }, data: band.map((p) => [p.day, p.mean!]) },
        { type: 'scatter' as const, name: 'Event', z: 5, symbolSize: 11, itemStyle: { color: seen.accent }, data: points.map((p) => [p.day, p.score, p.event.telling, p.event.id]) },
      ],
    }
  }
  return (
    <Picture
      title="How friendly, against their own past"
      name="pair"
      image={{ format: 'PNG', save: () => void (chart.current?.png() && saveDataUrl('pair.png', chart.current.png()!)) }}
      columns={[
        { head: 'Day', value: (p: Point) => p.day, show: (p) => day(p.day) },
        { head: 'Event', value: (p) => p.event.telling, show: (p) => <a href={eventHref(p.event)}>{sentence(p.event.telling)}</a> },
        { head: 'Score', value: (p) => p.score, numeric: true, show: (p) => signed(p.score) },
        { head: 'Mean before', value: (p) => p.mean, numeric: true, show: (p) => (p.mean === null ? '' : number(p.mean)) },
        { head: 'Spread before', value: (p) => p.spread, numeric: true, show: (p) => (p.spread === null ? '' : `±${number(p.spread)}`) },
      ]}
      rows={points}
      note="Each point is an event on the conflict–cooperation scale (Goldstein, −10 to +10). The dashed line is the mean of all events before it, the band one standard deviation to either side."
    >
      <Chart handle={chart} height={300} of={points} option={option} label={`${points.length} events between the two on the conflict–cooperation scale, against the mean of all before. The table below holds the numbers.`} onPick={(data) => Array.isArray(data) && data[3] && navigate(to('/story', { event: String(data[3]) }))} />
    </Picture>
  )
}
