import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { CodePointText } from './codepoints'
import { markNames, pieces, type Mark, type MarkKind, type Piece } from './marks'

interface MarkedTextProps {
  text: string
  marks: Mark[]
  hidden: Set<MarkKind>
  /** The stretch that is looked at: a claim's sentence, or words that were asked for. */
  focus: [number, number] | null
  /** True where the reader came for those words, so that they are brought into view. */
  seek: boolean
  /** True while the marks are still on their way. */
  busy: boolean
  label: string
  onClaim?: (id: string) => void
}

interface Shown {
  piece: Piece
  left: number
  top: number
}

/**
 * A report with what was read from it marked. Hovering a mark or stepping to it explains it; the arrow keys step from mark to mark, Escape puts the
 * explanation away. The words of the report are only ever set as text.
 */
export function MarkedText({ text, marks, hidden, focus, seek, busy, label, onClaim }: MarkedTextProps) {
  const points = useMemo(() => new CodePointText(text), [text])
  const visible = useMemo(() => marks.filter((mark) => !hidden.has(mark.kind)), [marks, hidden])
  const cut = useMemo(() => pieces(points.length, visible, focus ?? []), [points, visible, focus?.[0], focus?.[1]])
  const box = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<Shown | null>(null)
  const [at, setAt] = useState(0)
  const stops = cut.filter((piece) => piece.stop)

  useEffect(() => {
    if (seek) box.current?.querySelector('[data-focus]')?.scrollIntoView({ block: 'center' })
  }, [seek, focus?.[0], focus?.[1]])

  const show = (piece: Piece, element: HTMLElement) => {
    if (piece.marks.length === 0) return
    const [word, frame] = [element.getClientRects()[0] ?? element.getBoundingClientRect(), box.current!.getBoundingClientRect()]
    setShown({ piece, left: Math.max(0, Math.min(word.left - frame.left, frame.width - 300)), top: word.bottom - frame.top + 4 })
  }

  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Escape' && shown) {
      setShown(null)
      event.stopPropagation()
    }
    if (by === 0 || stops.length === 0) return
    event.preventDefault()
    const next = Math.max(0, Math.min(at + by, stops.length - 1))
    setAt(next)
    box.current?.querySelector<HTMLElement>(`[data-stop="${next}"]`)?.focus()
  }

  let stop = -1
  return (
    <div class="marked" ref={box} aria-busy={busy} onKeyDown={step} onMouseLeave={() => setShown(null)}>
      <p class="report-text" role="group" aria-label={`${label}. Arrow keys step from mark to mark.`}>
        {cut.map((piece) => {
          const words = points.slice(piece.start, piece.end)
          const inFocus = focus !== null && piece.start >= focus[0] && piece.end <= focus[1]
          if (piece.marks.length === 0 && !inFocus) return words
          if (piece.stop) stop++
          const index = stop
          const kinds = [...new Set(piece.marks.map((mark) => `m-${mark.kind}`))].join(' ')
          const claim = piece.marks.find((mark) => mark.claim)?.claim
          return (
            <span
              key={piece.start}
              class={`m ${kinds}${inFocus ? ' in-focus' : ''}`}
              data-focus={inFocus ? '' : undefined}
              data-stop={piece.stop ? index : undefined}
              tabIndex={piece.stop ? (index === Math.min(at, stops.length - 1) ? 0 : -1) : undefined}
              role={piece.stop ? (claim && onClaim ? 'button' : 'note') : undefined}
              aria-description={piece.stop ? piece.marks.map((mark) => `${markNames[mark.kind]}: ${mark.title}`).join('; ') : undefined}
              onMouseEnter={(event) => show(piece, event.currentTarget)}
              onFocus={(event) => {
                if (!piece.stop) return
                setAt(index)
                show(piece, event.currentTarget)
              }}
              onBlur={() => setShown(null)}
              onClick={() => claim && onClaim?.(claim)}
              onKeyDown={(event) => {
                if (claim && onClaim && (event.key === 'Enter' || event.key === ' ')) {
                  event.preventDefault()
                  onClaim(claim)
                }
              }}
            >
              {words}
            </span>
          )
        })}
      </p>
      {shown && <Explanation shown={shown} />}
    </div>
  )
}

function Explanation({ shown }: { shown: Shown }) {
  return (
    <div class="explanation" role="tooltip" style={{ left: `${shown.left}px`, top: `${shown.top}px` }}>
      {shown.piece.marks.map((mark, i) => (
        <p key={i}>
          <span class={`key m-${mark.kind}`}>{markNames[mark.kind]}</span> <strong>{mark.title}</strong>
          <br />
          <span class="quiet">{mark.detail}</span>
        </p>
      ))}
    </div>
  )
}
