import type { Core } from 'cytoscape'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Tie } from '../api/contract'
import { count, signed } from '../format'
import { navigate, to } from '../router'
import { onTheme } from '../theme'
import { saveDataUrl } from './download'
import { Picture } from './picture'

/** Who did how much to whom: direction, sign and weight of the ties between actors. */
export function Network({ ties, title, name }: { ties: Tie[]; title: string; name: string }) {
  const box = useRef<HTMLDivElement>(null)
  const network = useRef<Core | null>(null)
  const [drawn, setDrawn] = useState(false)

  useEffect(() => {
    let gone = false
    const draw = () =>
      void import('../charts/network').then(({ drawNetwork }) => {
        if (gone || !box.current) return
        network.current?.destroy()
        network.current = drawNetwork(box.current, ties, { actor: (key) => navigate(to('/actor', { key })), tie: (a, b) => navigate(to('/pair', { a, b })) })
        setDrawn(true)
      })
    draw()
    const ended = onTheme(draw)
    return () => {
      gone = true
      ended()
      network.current?.destroy()
      network.current = null
    }
  }, [ties])

  const zoom = (by: number) => () => network.current?.zoom({ level: network.current.zoom() * by, renderedPosition: { x: box.current!.clientWidth / 2, y: box.current!.clientHeight / 2 } })
  return (
    <Picture
      title={title}
      name={name}
      image={{ format: 'PNG', save: () => void (network.current && saveDataUrl(`${name}.png`, network.current.png({ full: true, scale: 2, bg: getComputedStyle(document.body).backgroundColor }))) }}
      columns={[
        { head: 'Actor', value: (t: Tie) => t.fromName, show: (t) => <a href={to('/actor', { key: t.from })}>{t.fromName}</a> },
        { head: 'Direction', value: (t) => (t.mutual ? 'with' : 'to') },
        { head: 'Recipient', value: (t) => t.toName, show: (t) => <a href={to('/actor', { key: t.to })}>{t.toName}</a> },
        { head: 'Events', value: (t) => t.events, numeric: true, show: (t) => <a href={to('/pair', { a: t.from, b: t.to })}>{t.events}</a> },
        { head: 'Mean score', value: (t) => t.score, numeric: true, show: (t) => (t.score === null ? '' : signed(t.score)) },
      ]}
      rows={ties}
      note="Wider is more events; solid blue is cooperative, dashed red conflictual on average (Goldstein scale, −10 to +10); an arrow points to whom it was done. Names that have no room show when it is enlarged. Drag to move; choose an actor or a tie to go there."
    >
      <div class="network" data-drawn={drawn ? 'true' : undefined}>
        <div ref={box} class="network-canvas" role="img" aria-label={`Network of ${count(ties.length, 'tie')} between actors. The table below holds them.`} />
        <span class="zoom">
          <button type="button" class="small" onClick={zoom(1.3)} aria-label="Zoom in">
            +
          </button>
          <button type="button" class="small" onClick={zoom(1 / 1.3)} aria-label="Zoom out">
            −
          </button>
          <button type="button" class="small" onClick={() => network.current?.fit(undefined, 24)}>
            Fit
          </button>
        </span>
      </div>
    </Picture>
  )
}
