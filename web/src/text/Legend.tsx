import { markNames, type MarkKind } from './marks'

const kinds = Object.keys(markNames) as MarkKind[]

/** What the colors mean; each can be put out. */
export function Legend({ hidden, onChange }: { hidden: Set<MarkKind>; onChange: (hidden: Set<MarkKind>) => void }) {
  const toggle = (kind: MarkKind) => {
    const next = new Set(hidden)
    if (!next.delete(kind)) next.add(kind)
    onChange(next)
  }
  return (
    <fieldset class="legend">
      <legend class="sr-only">Marks in the text</legend>
      {kinds.map((kind) => (
        <label key={kind}>
          <input type="checkbox" checked={!hidden.has(kind)} onChange={() => toggle(kind)} />
          <span class={`key m-${kind}`}>{markNames[kind]}</span>
        </label>
      ))}
    </fieldset>
  )
}
