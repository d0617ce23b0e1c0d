import type { ComponentChildren } from 'preact'
import type { EventRow } from '../api/contract'
import { count, day, days, sentence } from '../format'
import { to } from '../router'
import { QuadBadge, StandingBadge, StatusBadge } from './badges'

export function eventHref(event: EventRow, about?: string | null): string {
  return to('/story', { about, event: event.id })
}

export function eventDays(event: EventRow): string {
  return days(event.from, event.to) || day(event.published)
}

interface EventItemProps {
  event: EventRow
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
        {event.claims.length > 1 && (
          <span>
            {count(event.claims.length, 'claim')}, {count(event.independent, 'independent origin')}
          </span>
        )}
      </p>
      {children}
    </li>
  )
}

export function EventList({ events, about }: { events: EventRow[]; about?: string | null }) {
  return (
    <ul class="events">
      {events.map((event) => (
        <EventItem key={event.id} event={event} href={eventHref(event, about)} />
      ))}
    </ul>
  )
}
