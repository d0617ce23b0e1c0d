import type { Annotations, Claim } from '../api/contract'
import { days, range } from '../format'

export type MarkKind = 'claim' | 'actor' | 'source' | 'cue' | 'content' | 'time' | 'place' | 'figure' | 'unknown'

/** Something that was read from a stretch of the text. */
export interface Mark {
  kind: MarkKind
  start: number
  end: number
  /** What it is, in a few words. */
  title: string
  /** What is known of it. */
  detail: string
  /** The claim it belongs to. */
  claim?: string
}

export const markNames: Record<MarkKind, string> = {
  claim: 'Act',
  actor: 'Actor',
  source: 'Source',
  cue: 'Cue',
  content: 'Content',
  time: 'Time',
  place: 'Place',
  figure: 'Figure',
  unknown: 'Unknown',
}

const stances: Record<string, string> = { asserts: 'says so', denies: 'denies it', doubts: 'doubts it', asks: 'asks', withholds: 'does not tell' }

function listed(...parts: (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join(' · ')
}

/** Everything that is marked in a report, in the order of the text. */
export function marksOf(read: Annotations, claims: Claim[]): Mark[] {
  const marks: Mark[] = []
  for (const claim of claims)
    marks.push({
      kind: 'claim',
      start: claim.start,
      end: claim.end,
      title: claim.telling ?? claim.frame,
      detail: listed(claim.status, claim.plover && `PLOVER ${claim.plover}`, claim.cameo && `CAMEO ${claim.cameo}`, `factuality ${claim.factuality}`, `confidence ${claim.confidence.toFixed(2)}`),
      claim: claim.id,
    })
  for (const entity of read.entities)
    if (entity.type !== 'place' || entity.actor) marks.push({ kind: 'actor', start: entity.start, end: entity.end, title: entity.name, detail: listed(entity.type, entity.kind !== 'name' && entity.kind, entity.country, entity.sectors.join(', ')) })
  for (const time of read.times) marks.push({ kind: 'time', start: time.start, end: time.end, title: days(time.from, time.to) || time.value, detail: listed(time.type.toLowerCase(), time.value) })
  for (const place of read.places) marks.push({ kind: 'place', start: place.start, end: place.end, title: place.name, detail: listed(place.role, place.country) })
  for (const quantity of read.quantities)
    marks.push({ kind: 'figure', start: quantity.start, end: quantity.end, title: listed(`${range(quantity.min, quantity.max, quantity.approx)} ${quantity.currency ?? quantity.unit ?? ''}`.trim()), detail: quantity.change ?? 'number' })
  for (const attribution of read.attributions) {
    const name = attribution.sourceName ?? 'a source that is not named'
    const said = stances[attribution.stance] ?? attribution.stance
    if (attribution.source) marks.push({ kind: 'source', start: attribution.source[0], end: attribution.source[1], title: name, detail: `is named as the source and ${said}` })
    if (attribution.cue) marks.push({ kind: 'cue', start: attribution.cue[0], end: attribution.cue[1], title: `${name} ${said}`, detail: `stance: ${attribution.stance}` })
    for (const [start, end] of attribution.content) marks.push({ kind: 'content', start, end, title: `on the word of ${name}`, detail: said })
  }
  for (const unknown of read.unknowns) marks.push({ kind: 'unknown', start: unknown.start, end: unknown.end, title: `Not known: ${unknown.what}`, detail: unknown.attribution.length ? `by ${unknown.attribution.join(', ')}` : 'in the report’s own voice' })
  return marks.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** A stretch of text over which the same marks lie. */
export interface Piece {
  start: number
  end: number
  marks: Mark[]
  /** True where a mark begins that a reader should be able to stop at. */
  stop: boolean
}

const extents: MarkKind[] = ['content']

/** Cuts a text of a length wherever a mark begins or ends. */
export function pieces(length: number, marks: Mark[], more: number[] = []): Piece[] {
  const cuts = new Set([0, length, ...more.filter((cut) => cut > 0 && cut < length)])
  for (const mark of marks) cuts.add(mark.start).add(mark.end)
  const sorted = [...cuts].filter((cut) => cut >= 0 && cut <= length).sort((a, b) => a - b)
  const found: Piece[] = []
  let open: Mark[] = []
  let next = 0
  for (let i = 0; i + 1 < sorted.length; i++) {
    const [start, end] = [sorted[i]!, sorted[i + 1]!]
    open = open.filter((mark) => mark.end > start)
    while (next < marks.length && marks[next]!.start <= start) {
      if (marks[next]!.end > start) open.push(marks[next]!)
      next++
    }
    found.push({ start, end, marks: [...open], stop: open.some((mark) => mark.start === start && !extents.includes(mark.kind)) })
  }
  return found
}
