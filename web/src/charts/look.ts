import { color } from '../theme'

/** What all charts share: the page's own type and colors, and tooltips drawn on the canvas, since the page's policy forbids style in markup. */
export function look() {
  const ink = color('ink')
  const muted = color('muted')
  const line = color('line')
  return {
    still: { animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: ink } } as const,
    tooltip: { renderMode: 'richText' as const, confine: true, backgroundColor: color('raised'), borderColor: line, textStyle: { color: ink, fontSize: 13 } },
    axis: { axisLine: { lineStyle: { color: muted } }, axisLabel: { color: muted, hideOverlap: true }, splitLine: { lineStyle: { color: line } }, nameTextStyle: { color: muted } },
    legend: { textStyle: { color: ink }, inactiveColor: muted, icon: 'roundRect', itemWidth: 12, itemHeight: 12, top: 0, left: 0, type: 'plain' as const },
    zoom: {
      borderColor: line,
      fillerColor: color('brush'),
      handleStyle: { color: color('accent'), borderColor: color('accent') },
      moveHandleStyle: { color: muted },
      dataBackground: { lineStyle: { color: muted }, areaStyle: { color: line } },
      selectedDataBackground: { lineStyle: { color: color('accent') }, areaStyle: { color: color('brush') } },
      textStyle: { color: muted },
      brushSelect: true,
    },
    quads: [0, 1, 2, 3, 4].map((i) => color(`quad-${i}`)),
    ink,
    muted,
    line,
    accent: color('accent'),
    against: color('against'),
    paper: color('paper'),
    lines: [0, 1, 2, 3, 4, 5].map((i) => color(`line-${i}`)),
  }
}
