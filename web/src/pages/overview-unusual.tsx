import type { Unusual } from '../api/contract'
import { count, day, number, sentence, signed } from '../format'
import { to } from '../router'

/** What departs from a pair's own past, in words, with the numbers. */
export function UnusualItem({ item }: { item: Unusual }) {
  const turn = item.turn && item.score !== null && item.usualScore !== null
  const colder = turn && item.score! < item.usualScore!
  return (
    <li class="event" data-item="">
      <a class="telling" href={to('/pair', { a: item.from, b: item.to })}>
        {item.fromName} → {item.toName}: {[item.more && 'more than usual', turn && (colder ? 'colder than before' : 'warmer than before')].filter(Boolean).join(', ')}
      </a>
      <p class="meta">
        {count(item.recent, 'event')} in the week of {day(item.week)}; {number(item.usual)} a week before.
        {turn && ` Mean score ${signed(item.score!)}, before ${signed(item.usualScore!)}.`}
      </p>
      {item.events[0] && <p class="quiet">Last: {sentence(item.events[0].telling)}</p>}
    </li>
  )
}
