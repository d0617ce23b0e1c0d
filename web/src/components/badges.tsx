import type { Standing, Status } from '../api/contract'

/** Each has a sign of its own, so that nothing rests on color alone. */
const statuses: Record<Status, [sign: string, tone: string, meaning: string]> = {
  occurred: ['●', 'plain', 'is said to have happened'],
  ongoing: ['◐', 'plain', 'is said to go on'],
  planned: ['○', 'ahead', 'is announced or planned'],
  possible: ['◌', 'ahead', 'is said to be possible'],
  demanded: ['△', 'ahead', 'is demanded'],
  conditional: ['◇', 'ahead', 'would happen under a condition'],
  denied: ['✕', 'against', 'is denied'],
  'not-occurred': ['⊘', 'against', 'is said not to have happened'],
}

const standings: Record<Standing, [sign: string, tone: string, meaning: string]> = {
  settled: ['✓', 'firm', 'two or more independent origins say so, none gainsays it'],
  contested: ['≠', 'against', 'sources disagree'],
  'single-source': ['1', 'plain', 'one independent origin says so'],
  superseded: ['→', 'ahead', 'a later event settled it'],
}

export function StatusBadge({ status }: { status: Status }) {
  const [sign, tone, meaning] = statuses[status] ?? ['·', 'plain', status]
  return (
    <span class={`badge ${tone}`} title={`The act ${meaning}`}>
      <span aria-hidden="true">{sign}</span> {status}
    </span>
  )
}

export function StandingBadge({ standing }: { standing: Standing }) {
  const [sign, tone, meaning] = standings[standing] ?? ['·', 'plain', standing]
  return (
    <span class={`badge ${tone}`} title={meaning}>
      <span aria-hidden="true">{sign}</span> {standing.replace('-', ' ')}
    </span>
  )
}

export const quadNames = ['verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict', 'not coded'] as const

/** Index into quadNames and the colors quad-0 … quad-4. */
export function quadIndex(quadClass: number | null): number {
  return quadClass !== null && quadClass >= 1 && quadClass <= 4 ? quadClass - 1 : 4
}

/** What the four colors of events mean. */
export function QuadKey() {
  return (
    <p class="quiet note quad-key">
      {quadNames.map((name, i) => (
        <span key={name}>
          <span class={`dot quad-${i}`} aria-hidden="true" /> {name}
        </span>
      ))}
    </p>
  )
}

export function QuadBadge({ quadClass, code }: { quadClass: number | null; code: string | null }) {
  const index = quadIndex(quadClass)
  return (
    <span class="badge code" title={quadNames[index]}>
      <span class={`dot quad-${index}`} aria-hidden="true" /> {code ?? 'no code'}
      <span class="sr-only"> ({quadNames[index]})</span>
    </span>
  )
}
