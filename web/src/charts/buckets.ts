/** Events of some days together, as one bar of a timeline. */
export interface Bucket {
  /** First and last day. */
  from: string
  until: string
  /** Events by kind. */
  counts: number[]
}

const dayLength = 86_400_000

/** How many days one bar holds: so many that some seventy bars tell the whole. */
function width(days: number): number {
  return [1, 7, 14, 30, 91, 365].find((size) => days / size <= 70) ?? 730
}

/** Bars of equal width over all days, which come in their order; stretches in which nothing happened have bars too. */
export function buckets(days: [day: string, counts: number[]][]): Bucket[] {
  if (days.length === 0) return []
  const at = (iso: string) => Math.floor(Date.parse(iso) / dayLength)
  const iso = (number: number) => new Date(number * dayLength).toISOString().slice(0, 10)
  const [first, last] = [at(days[0]![0]), at(days.at(-1)![0])]
  const size = width(last - first + 1)
  const found: Bucket[] = []
  for (let start = first; start <= last; start += size) found.push({ from: iso(start), until: iso(start + size - 1), counts: days[0]![1].map(() => 0) })
  for (const [day, counts] of days) {
    const bucket = found[Math.floor((at(day) - first) / size)]!
    counts.forEach((n, i) => (bucket.counts[i]! += n))
  }
  return found
}

export function total(bar: Bucket): number {
  return bar.counts.reduce((a, b) => a + b, 0)
}
