import { useMemo, useRef } from 'preact/hooks'
import type { TimelineDays } from '../../api/contract'
import { useApi } from '../../api/use'
import { buckets, total, type Bucket } from '../../charts/buckets'
import { look } from '../../charts/look'
import { QuadKey, quadNames } from '../../components/badges'
import { Chart, type ChartHandle } from '../../components/chart'
import { saveDataUrl } from '../../components/download'
import { Picture } from '../../components/picture'
import { Trouble } from '../../components/states'
import { count, day } from '../../format'
import { change, to } from '../../router'

/** Events by time, stacked by kind. The slider narrows the story to a stretch; a bar does so to its days. */
export function StoryTimeline({ url, since, until, about }: { url: string; since: string | null; until: string | null; about: string }) {
  const answer = useApi<TimelineDays>(url)
  const bars = useMemo(() => buckets((answer.data?.days ?? []).map((d) => [d.day, d.quadClasses])), [answer.data])
  const chart = useRef<ChartHandle | null>(null)
  const waiting = useRef(0)
  if (answer.problem) return <Trouble problem={answer.problem} />
  if (!answer.data || bars.length < 2) return <div class="timeline-space" aria-busy={answer.loading} />

  const begin = since ? Math.max(0, bars.findIndex((bar) => bar.until >= since)) : 0
  const found = until ? bars.findLastIndex((bar) => bar.from <= until) : -1
  const end = found < 0 ? bars.length - 1 : found

  const option = () => {
    const seen = look()
    return {
      ...seen.still,
      tooltip: { ...seen.tooltip, trigger: 'axis' as const },
      grid: { left: 36, right: 12, top: 14, bottom: 64 },
      xAxis: { type: 'category' as const, data: bars.map((bar) => day(bar.from)), ...seen.axis },
      yAxis: { type: 'value' as const, minInterval: 1, ...seen.axis },
      dataZoom: [
        { type: 'slider' as const, startValue: begin, endValue: end, height: 26, bottom: 8, ...seen.zoom },
        { type: 'inside' as const, startValue: begin, endValue: end, zoomOnMouseWheel: 'ctrl' as const },
      ],
      series: quadNames.map((name, i) => ({ type: 'bar' as const, name, stack: 'all', itemStyle: { color: seen.quads[i] }, barMaxWidth: 22, data: bars.map((bar) => bar.counts[i]!) })),
    }
  }

  const narrow = (from: number, to: number) => {
    clearTimeout(waiting.current)
    waiting.current = window.setTimeout(() => {
      const [low, high] = [Math.round((from / 100) * (bars.length - 1)), Math.round((to / 100) * (bars.length - 1))]
      const whole = low === 0 && high === bars.length - 1
      change({ since: whole ? null : bars[low]!.from, until: whole ? null : bars[high]!.until }, true)
    }, 350)
  }

  const all = bars.reduce((sum, bar) => sum + total(bar), 0)
  return (
    <Picture
      title="Timeline"
      name="timeline"
      image={{ format: 'PNG', save: () => void (chart.current?.png() && saveDataUrl('timeline.png', chart.current.png()!)) }}
      columns={[
        { head: 'From', value: (bar: Bucket) => bar.from, show: (bar) => <a href={to('/story', { about, since: bar.from, until: bar.until })}>{day(bar.from)}</a> },
        { head: 'To', value: (bar) => bar.until, show: (bar) => day(bar.until) },
        ...quadNames.map((name, i) => ({ head: name, value: (bar: Bucket) => bar.counts[i]!, numeric: true })),
      ]}
      rows={bars.filter((bar) => total(bar) > 0)}
      note="Drag the slider, or draw on it, to narrow the story to a stretch; Ctrl and the wheel zoom. The dates above do the same."
    >
      <QuadKey />
      <Chart handle={chart} height={210} of={`${url} ${since} ${until} ${bars.length} ${all}`} option={option} onZoom={narrow} label={`Bar chart of ${count(all, 'event')} from ${day(bars[0]!.from)} to ${day(bars.at(-1)!.until)}, by kind. The table below holds the numbers.`} />
    </Picture>
  )
}
