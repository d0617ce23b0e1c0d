import { day } from '../format'
import { to } from '../router'

interface Told {
  report: string
  words: string
  publisher: string | null
  published: string | null
  start?: number
  end?: number
}

/** The address of words in a report: of a claim, or of a place in the text. */
export function wordsHref(told: Told, claim?: string | null): string {
  return to('/story', { report: told.report, claim, at: claim ? null : told.start !== undefined ? `${told.start}-${told.end}` : null })
}

/** The sentence something rests on, with the way to it. */
export function Words({ told, claim }: { told: Told; claim?: string | null }) {
  return (
    <figure class="words">
      <blockquote>{told.words}</blockquote>
      <figcaption>
        <a href={wordsHref(told, claim)}>{told.publisher ?? told.report}</a>
        {told.published && <>, {day(told.published)}</>}
      </figcaption>
    </figure>
  )
}
