import type { CustomSeriesOption } from 'echarts/charts'

/** A bar from the least to the most for each point; [day, min, max, id, 1 where a side is open]. */
export function ranges(name: string, color: string, data: [string, number, number, string, number][]): CustomSeriesOption {
  return {
    type: 'custom',
    name,
    silent: true,
    z: 1,
    encode: { x: 0, y: [1, 2] },
    data,
    renderItem: (_, api) => {
      const [x, low] = api.coord([api.value(0), api.value(1)])
      const high = api.coord([api.value(0), api.value(2)])[1]!
      return { type: 'rect', shape: { x: x! - 3, y: high, width: 6, height: Math.max(1, low! - high) }, style: { fill: color, opacity: api.value(4) === 1 ? 0.15 : 0.4 } }
    },
  }
}
