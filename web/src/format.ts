/** Days, numbers and names as a reader wants to see them. */
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const momentFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
const numberFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

export function day(iso: string | null | undefined): string {
  if (!iso) return ''
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(date.getTime()) ? iso : dayFormat.format(date)
}

export function moment(iso: string): string {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? iso : momentFormat.format(date)
}

/** '3 Mar 2025', '3 Mar – 5 Apr 2025', 'by 5 Apr 2025', 'from 3 Mar 2025'. */
export function days(from: string | null | undefined, until: string | null | undefined): string {
  if (from && until) return from === until ? day(from) : `${day(from)} – ${day(until)}`
  if (until) return `by ${day(until)}`
  return from ? `from ${day(from)}` : ''
}

export function number(value: number): string {
  return numberFormat.format(value)
}

export function signed(value: number): string {
  return (value > 0 ? '+' : value < 0 ? '−' : '') + numberFormat.format(Math.abs(value))
}

export function count(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`
}

/** 'More than 1,000 claims' where they were not counted to their end. */
export function countOf(value: number | null | undefined, one: string, many = `${one}s`): string {
  return typeof value === 'number' ? count(value, one, many) : `More than 1,000 ${many}`
}

/** '1,000–3,000', 'at least 1,000', 'up to 3,000', 'about 300'. */
export function range(min: number | null, max: number | null, approx = false): string {
  if (min !== null && max !== null) return (approx ? 'about ' : '') + (min === max ? number(min) : `${number(min)}–${number(max)}`)
  if (min !== null) return `at least ${number(min)}`
  return max !== null ? `up to ${number(max)}` : 'no number'
}

export function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.!?…"”’]$/.test(capital) ? capital : `${capital}.`
}

export function shorten(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`
}
