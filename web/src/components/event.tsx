import type { ComponentChildren } from 'preact'
import type { EventLine } from '../api/contract'
import { count, day, days, sentence } from '../format'
import { to } from '../router'
import { QuadBadge, StandingBadge, StatusBadge } from './badges'

export function eventHref(event: EventLine, about?: string | null): string {
  return to('/story', { about, event: event.id })
}

export function eventDays(event: EventLine): string {
  return days(event.from, event.to) || day(event.published)
}

interface EventItemProps {
  event: EventLine
  href?: string
  current?: boolean
  children?: ComponentChildren
}

/** An event in a list: what, when, and how the record stands on it. */
export function EventItem({ event, href, current, children }: EventItemProps) {
  return (
    <li class="event" data-item="">
      <a class="telling" href={href ?? eventHref(event)} aria-current={current ? 'true' : undefined}>
        {sentence(event.telling)}
      </a>
      <p class="meta">
        <time dateTime={event.to ?? event.from ?? event.published ?? undefined}>{eventDays(event)}</time>
        <StatusBadge status={event.status} />
        {event.standing !== 'single-source' && <StandingBadge standing={event.standing} />}
        <QuadBadge quadClass={event.quadClass} code={event.plover} />
        {event.claimCount > 1 && (
          <span>
            {count(event.claimCount, 'claim')}, {count(event.independent, 'independent origin')}
          </span>
        )}
      </p>
      {children}
    </li>
  )
}

export function EventList({ events, about }: { events: EventLine[]; about?: string | null }) {
  return (
    <ul class="events">
      {events.map((event) => (
        <EventItem key={event.id} event={event} href={eventHref(event, about)} />
      ))}
    </ul>
  )
}
