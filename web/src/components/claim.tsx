import type { Claim } from '../api/contract'
import { day, sentence } from '../format'
import { to } from '../router'
import { Highlight } from '../text/Highlight'
import { QuadBadge, StatusBadge } from './badges'

/** A claim in a list, with the sentence it was read from. */
export function ClaimItem({ claim, words = '' }: { claim: Claim; words?: string }) {
  return (
    <li class="event" data-item="">
      <a class="telling" href={to('/story', { report: claim.report, claim: claim.id })}>
        {sentence(claim.telling ?? claim.words)}
      </a>
      <p class="meta">
        <StatusBadge status={claim.status} />
        <QuadBadge quadClass={claim.quadClass} code={claim.plover} />
        <span>{claim.attribution.length > 0 ? `on the word of ${claim.attribution.join(' ← ')}` : 'in the report’s own voice'}</span>
        <span>
          {claim.publisher ?? claim.report}
          {claim.published && `, ${day(claim.published)}`}
        </span>
      </p>
      <p class="quiet serif">
        “<Highlight text={claim.words} words={words} />”
      </p>
    </li>
  )
}
