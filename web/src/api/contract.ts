/** The rows of the HTTP API, in the contract's words. Offsets count Unicode code points, half-open. */
export interface Span {
  start: number
  end: number
}

export type Status = 'occurred' | 'ongoing' | 'planned' | 'possible' | 'demanded' | 'conditional' | 'denied' | 'not-occurred'
export type Standing = 'settled' | 'contested' | 'single-source' | 'superseded'

export interface Party {
  key: string
  name: string
  country: string | null
}

export interface Participant extends Span {
  name: string
  country: string | null
  sectors: string[]
  id: string | null
}

export interface Place {
  name: string
  lat: number
  lon: number
  country: string | null
}

export interface ClaimFigure extends Span {
  min: number | null
  max: number | null
  unit: string | null
  currency: string | null
  approx: boolean
  change: string | null
}

export interface Claim extends Span {
  id: string
  report: string
  evidence: [number, number]
  within: string | null
  frame: string
  plover: string | null
  mode: string | null
  cameo: string | null
  goldstein: number | null
  quadClass: number | null
  actor: Participant[]
  recipient: Participant[]
  status: Status
  factuality: number
  confidence: number
  attribution: string[]
  time: { from: string | null; to: string | null; basis: string } | null
  place: Place | null
  figures: ClaimFigure[]
  telling: string | null
  words: string
  counts: string[]
  publisher: string | null
  published: string | null
  event: string | null
  rule: string | null
}

export interface Dispute {
  field: string
  sides: string[][]
}

export interface Drift {
  field: string
  from: string
  to: string
  report: string
  and?: Drift
}

export interface EventRow {
  id: string
  frame: string
  plover: string | null
  status: Status
  standing: Standing
  independent: number
  reason: { words: string; claims: string[] }
  from: string | null
  to: string | null
  claims: (Span & { report: string; id: string })[]
  disputes: Dispute[]
  settles: string | null
  settledBy: string | null
  origins: string[]
  joins: { claim: string; with: string; why: string[] }[]
  drifts: { claim: string; drift: Drift }[]
  claimCount: number
  telling: string
  inOwnWords: boolean
  vouchers: string[]
  best: string
  report: string
  published: string | null
  quadClass: number | null
  goldstein: number | null
  actor: Party[]
  recipient: Party[]
  place: Place | null
}

/** An event as a list shows it. */
export type EventLine = Pick<EventRow, 'id' | 'status' | 'standing' | 'independent' | 'claimCount' | 'from' | 'to' | 'plover' | 'telling' | 'inOwnWords' | 'best' | 'report' | 'published' | 'quadClass'>

export interface EventDetail {
  event: EventRow
  claims: Claim[]
  settledBy: EventRow[]
}

export interface ReportRow {
  id: string
  title: string | null
  publisher: string | null
  published: string | null
  url: string | null
  language: string
  origin: string | null
  dispatch: string | null
  derivedFrom: string | null
  kind: 'original' | 'copy' | 'rewrite' | 'update'
  claims: number
}

export interface ReportDetail {
  report: ReportRow
  text: string
  lineage: ReportRow[]
  claims: Claim[]
}

export interface Annotations {
  text: string
  entities: (Span & { kind: string; type: string; name: string; actor: string | null; country: string | null; sectors: string[] })[]
  times: (Span & { type: string; value: string; from: string | null; to: string | null })[]
  places: (Span & { name: string; role: string; country: string | null })[]
  quantities: (Span & { min: number | null; max: number | null; unit: string | null; currency: string | null; approx: boolean; change: string | null })[]
  attributions: { source: [number, number] | null; cue: [number, number] | null; content: [number, number][]; sourceName: string | null; stance: string; within: number | null }[]
  unknowns: (Span & { what: string; attribution: string[] })[]
}

export interface FigureRow extends Span {
  id: string
  series: string
  of: string
  unit: string | null
  currency: string | null
  min: number | null
  max: number | null
  best: number | null
  approx: boolean
  change: string | null
  asOf: string | null
  attribution: string[]
  report: string
  publisher: string | null
  published: string | null
  words: string
  claim: string | null
  supersedes: string | null
  contradicts: string[]
  drift: Drift | null
}

export interface SeriesRow {
  series: string
  of: string
  unit: string | null
  count: number
  contradictions: number
  drifts: number
  first: string | null
  last: string | null
}

export interface ActorRow {
  key: string
  id: string | null
  name: string
  country: string | null
  sectors: string[]
  does: number
  receives: number
}

export interface ActorDetail extends ActorRow {
  aliases: string[]
  offices: { title: string; country: string | null; sector: string | null; from: string | null; to: string | null; source: string | null }[]
  did: EventLine[]
  received: EventLine[]
}

export interface Tie {
  from: string
  to: string
  fromName: string
  toName: string
  events: number
  score: number | null
  mutual: boolean
}

export interface Dyad {
  aName: string
  bName: string
  a: string
  b: string
  events: number
  last: string | null
}

/** A week in which what went from one country to another was unlike the weeks before. */
export interface Unusual {
  from: string
  fromName: string
  to: string
  toName: string
  /** Its Monday. */
  week: string
  recent: number
  usual: number
  score: number | null
  usualScore: number | null
  more: boolean
  turn: boolean
  events: EventRow[]
}

export interface ExpectationRow {
  state: 'open' | 'settled' | 'overdue'
  outcome: 'open' | 'met' | 'cancelled' | 'contradicted' | 'lapsed'
  settledBy: string | null
  due: string | null
  event: EventRow
}

export interface UnknownRow extends Span {
  what: string
  attribution: string[]
  report: string
  publisher: string | null
  published: string | null
  words: string
  answeredBy: string | null
  answer: string | null
}

export interface Decision {
  number: number
  kind: 'split' | 'join' | 'accept' | 'reject' | 'correct'
  field: string | null
  value: string | null
  by: string
  at: string
  reason: string
  withdrawn: boolean
  claims: Claim[]
  from: Claim[]
}

export interface Overview {
  sequence: number
  reports: number
  claims: number
  events: number
  figures: number | null
  actors: number | null
  first: string | null
  last: string | null
  /** Events counted so far, while the record is counted after a start; null once it is. */
  counted: number | null
  latest: EventRow[]
  contested: EventRow[]
  expected: EventRow[]
  drifts: FigureRow[]
  busiest: ActorRow[]
}

export interface Facet {
  value: string
  count: number
}

export interface PlaceCount extends Place {
  geonameId: number
  events: number
  /** By kind, those without a code last. */
  quadClasses: [number, number, number, number, number]
  last: string | null
}

export interface SearchResult {
  /** Not there where they are more than are counted. */
  total?: number
  items: Claim[]
  reports: ReportRow[]
  /** The latest so many that the facets are counted over. */
  faceted: number
  actors: ActorRow[]
  facets: Record<'status' | 'type' | 'actor' | 'source' | 'report', Facet[]>
}

export interface BriefSource extends Span {
  report: string
  publisher: string | null
  published: string | null
  claim: string
  words: string
}

export interface BriefSentence {
  text: string
  /** The words that the text begins with and a line is led by. */
  lead: string | null
  sources: BriefSource[]
}

export interface BriefSection {
  heading: string
  omitted: number
  /** Its sentences are to be read as one paragraph. */
  paragraph: boolean
  sentences: BriefSentence[]
}

export interface Brief {
  title: string
  scope: string
  sections: BriefSection[]
}

/** What became of one report that was sent. */
export type Added = { id: string; new: boolean; events: EventRow[] } | { fault: string }

export interface Session {
  asksForKeys: boolean
  name: string | null
  role: 'reader' | 'reviewer' | 'admin' | null
}

export interface TimelineDays {
  days: { day: string; quadClasses: [number, number, number, number, number] }[]
}

export interface Page<T> {
  items: T[]
  /** Not there where the list is too long to be counted. */
  total?: number
  next: string | null
}
