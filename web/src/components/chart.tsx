import type { EChartsType } from 'echarts/core'
import { useEffect, useRef } from 'preact/hooks'
import type { ChartOption } from '../charts/echarts'
import { onTheme } from '../theme'

export interface ChartHandle {
  png: () => string | null
}

interface ChartProps {
  /** What the picture shows, in a sentence, for those who do not see it. */
  label: string
  height?: number
  /** Made anew when `of` changes or the theme does. */
  option: () => ChartOption
  of: unknown
  onPick?: (data: unknown) => void
  /** The stretch looked at, as shares of the whole in per cent. */
  onZoom?: (start: number, end: number) => void
  handle?: { current: ChartHandle | null }
}

/** A chart whose library is loaded when the first is needed. */
export function Chart({ label, height = 280, option, of, onPick, onZoom, handle }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const told = useRef({ onPick, onZoom, option })
  told.current = { onPick, onZoom, option }

  useEffect(() => {
    let gone = false
    const draw = () => chart.current?.setOption(told.current.option(), { notMerge: true })
    const sized = new ResizeObserver(() => chart.current?.resize())
    void import('../charts/echarts').then(({ open }) => {
      if (gone || !box.current) return
      chart.current = open(box.current)
      chart.current.on('click', (event) => told.current.onPick?.(event.data))
      chart.current.on('datazoom', () => {
        const [zoom] = (chart.current!.getOption().dataZoom ?? []) as { start: number; end: number }[]
        if (zoom) told.current.onZoom?.(zoom.start, zoom.end)
      })
      draw()
      sized.observe(box.current)
      box.current.dataset.drawn = 'true'
    })
    const ended = onTheme(draw)
    if (handle) handle.current = { png: () => chart.current?.getDataURL({ pixelRatio: 2, backgroundColor: getComputedStyle(document.body).backgroundColor }) ?? null }
    return () => {
      gone = true
      ended()
      sized.disconnect()
      chart.current?.dispose()
      chart.current = null
    }
  }, [])

  useEffect(() => {
    chart.current?.setOption(told.current.option(), { notMerge: true })
  }, [of])

  return <div ref={box} class="chart" role="img" aria-label={label} style={{ height: `${height}px` }} />
}
