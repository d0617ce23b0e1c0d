import type { Unusual } from '../api/contract'
import { count, number, sentence, signed } from '../format'
import { to } from '../router'

/** What departs from a pair's own past, in words, with the numbers. */
export function UnusualItem({ item }: { item: Unusual }) {
  const turn = item.turn && item.goldstein !== null && item.pastGoldstein !== null
  const colder = turn && item.goldstein! < item.pastGoldstein!
  return (
    <li class="event" data-item="">
      <a class="telling" href={to('/pair', { a: item.a, b: item.b })}>
        {item.aName} and {item.bName}: {[item.more && 'more than usual', turn && (colder ? 'colder than before' : 'warmer than before')].filter(Boolean).join(', ')}
      </a>
      <p class="meta">
        {count(item.recent, 'event')} in {item.days} days, where {number(item.usual)} are usual.
        {turn && ` Mean score ${signed(item.goldstein!)}, before ${signed(item.pastGoldstein!)}.`}
      </p>
      {item.events[0] && <p class="quiet">Last: {sentence(item.events[0].telling)}</p>}
    </li>
  )
}
