import { number } from '../format'
import type { Listed } from '../api/use'

/** The way to the rest of a long list. */
export function More<T>({ list, what }: { list: Listed<T>; what: string }) {
  if (!list.data || (!list.more && list.data.length < 20)) return null
  return (
    <p class="more">
      <span class="quiet">
        {number(list.data.length)} of {list.total === null ? 'very many' : number(list.total)} {what}
      </span>
      {list.more && (
        <button type="button" onClick={list.more}>
          Show more
        </button>
      )}
    </p>
  )
}
