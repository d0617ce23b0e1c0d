import { useMemo, useRef } from 'preact/hooks'
import { endpoint } from '../api/client'
import type { TimelineDays } from '../api/contract'
import { useApi } from '../api/use'
import { buckets, total, type Bucket } from '../charts/buckets'
import { QuadKey, quadNames } from '../components/badges'
import { save, svgFile } from '../components/download'
import { Picture } from '../components/picture'
import { Trouble } from '../components/states'
import { count, day } from '../format'
import { navigate, to } from '../router'

const [width, height] = [1200, 90]

/** How much happened when, at a glance. */
export function Strip() {
  const answer = useApi<TimelineDays>(endpoint('/timeline'))
  const bars = useMemo(() => buckets((answer.data?.days ?? []).map((d) => [d.day, d.quadClasses])), [answer.data])
  const drawing = useRef<SVGSVGElement>(null)
  if (answer.problem) return <Trouble problem={answer.problem} />
  if (bars.length < 3) return <div class="strip-space" aria-busy={answer.loading} />
  const most = Math.max(...bars.map(total))
  const step = width / bars.length
  const story = (bar: Bucket) => to('/story', { since: bar.from, until: bar.until })
  return (
    <Picture
      title="When it happened"
      name="events-by-time"
      image={{ format: 'SVG', save: () => drawing.current && save('events-by-time.svg', svgFile(drawing.current)) }}
      columns={[
        { head: 'From', value: (bar: Bucket) => bar.from, show: (bar) => day(bar.from) },
        { head: 'To', value: (bar) => bar.until, show: (bar) => day(bar.until) },
        ...quadNames.map((name, i) => ({ head: name, value: (bar: Bucket) => bar.counts[i]!, numeric: true })),
        { head: 'Events', value: total, numeric: true, show: (bar) => <a href={story(bar)}>{total(bar)}</a> },
      ]}
      rows={bars.filter((bar) => total(bar) > 0)}
    >
      <svg ref={drawing} class="strip" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={`Events from ${day(bars[0]!.from)} to ${day(bars.at(-1)!.until)}, ${count(most, 'event')} at most in one stretch. The table below holds the numbers.`}>
        {bars.map((bar, i) => {
          let top = height
          return (
            <g key={bar.from} onClick={() => navigate(story(bar))}>
              <title>
                {day(bar.from)} – {day(bar.until)}: {count(total(bar), 'event')}
              </title>
              <rect class="hit" x={i * step} y={0} width={step} height={height} />
              {bar.counts.map((n, quad) => {
                const tall = (n / most) * (height - 4)
                top -= tall
                return n > 0 && <rect key={quad} class={`quad-${quad}`} x={i * step + step * 0.15} y={top} width={step * 0.7} height={tall} />
              })}
            </g>
          )
        })}
        <line class="ground" x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} />
      </svg>
      <p class="strip-ends quiet">
        <span>{day(bars[0]!.from)}</span>
        <span>{day(bars.at(-1)!.until)}</span>
      </p>
      <QuadKey />
    </Picture>
  )
}
