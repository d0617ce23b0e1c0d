import { useMemo, useRef } from 'preact/hooks'
import { endpoint } from '../api/client'
import type { EventLine, PlaceCount } from '../api/contract'
import { useList } from '../api/use'
import { countryPaths, fit, projectionOf, size, type WorldView } from '../charts/world'
import { QuadKey, quadNames } from '../components/badges'
import { save, svgFile } from '../components/download'
import { EventList } from '../components/event'
import { More } from '../components/more'
import { Picture } from '../components/picture'
import { Answered, Empty } from '../components/states'
import { Title } from '../components/title'
import { count } from '../format'
import { change, to, usePlace } from '../router'
import { place, spotsOf, type Spot } from './map-spots'

/** Where it happened, on a map that is drawn from a file of this server. */
export function MapPage() {
  const { query } = usePlace()
  const about = query.get('about') ?? ''
  const list = useList<PlaceCount>(endpoint('/places', { party: about, limit: 500 }))
  const spots = useMemo(() => spotsOf(list.data ?? []), [list.data])
  const chosen = spots.find((spot) => spot.name === query.get('place')) ?? null
  return (
    <>
      <Title title="Map">
        <form class="filters" onSubmit={(event) => event.preventDefault()}>
          <label class="wide">
            About
            <input type="search" value={about} onChange={(event) => change({ about: event.currentTarget.value, place: null })} placeholder="everybody; or names with commas between" />
          </label>
        </form>
      </Title>
      <Answered answer={list} what="the events">
        {() => (
          <>
            {spots.length === 0 ? <Empty>No event has a place.</Empty> : <World spots={spots} chosen={chosen} />}
            {chosen && <There key={chosen.name} spot={chosen} about={about} />}
          </>
        )}
      </Answered>
      <More list={list} what="places" />
    </>
  )
}

/** The events of one place. */
function There({ spot, about }: { spot: Spot; about: string }) {
  const list = useList<EventLine>(endpoint('/events/lines', { party: about, place: spot.geonameId || null, box: spot.geonameId ? null : `${spot.lon},${spot.lat},${spot.lon},${spot.lat}`, order: 'latest' }))
  return (
    <section class="panel" aria-live="polite">
      <h2>
        {spot.name} <span class="quiet">{count(spot.events, 'event')}</span>
      </h2>
      <Answered answer={list} what="the events">
        {(events) => <EventList events={events} about={about} />}
      </Answered>
      <More list={list} what="events" />
    </section>
  )
}

function World({ spots, chosen }: { spots: Spot[]; chosen: Spot | null }) {
  const { query } = usePlace()
  const drawing = useRef<SVGSVGElement>(null)
  const fitted = useMemo(() => fit(spots), [spots])
  const numberOf = (name: string, otherwise: number) => (query.get(name) === null || Number.isNaN(Number(query.get(name))) ? otherwise : Number(query.get(name)))
  const view: WorldView = { lon: numberOf('lon', fitted.lon), lat: numberOf('lat', fitted.lat), zoom: Math.min(20, Math.max(1, numberOf('zoom', fitted.zoom))) }
  const projection = useMemo(() => projectionOf(view), [view.lon, view.lat, view.zoom])
  const lands = useMemo(() => countryPaths(projection), [projection])
  const placed = useMemo(() => place(spots, projection), [spots, projection])
  const look = (next: Partial<WorldView>) => change({ ...view, ...next }, true)
  const move = (x: number, y: number) => look({ lon: ((view.lon + (x * 30) / view.zoom + 540) % 360) - 180, lat: Math.max(-80, Math.min(80, view.lat + (y * 20) / view.zoom)) })
  const keys = (event: KeyboardEvent) => {
    const moves: Record<string, () => void> = { ArrowLeft: () => move(-1, 0), ArrowRight: () => move(1, 0), ArrowUp: () => move(0, 1), ArrowDown: () => move(0, -1), '+': () => look({ zoom: view.zoom * 1.4 }), '-': () => look({ zoom: view.zoom / 1.4 }) }
    if (!moves[event.key]) return
    event.preventDefault()
    moves[event.key]!()
  }
  return (
    <Picture
      title="Places of events"
      name="map"
      image={{ format: 'SVG', save: () => drawing.current && save('map.svg', svgFile(drawing.current)) }}
      columns={[
        { head: 'Place', value: (s: Spot) => s.name, show: (s) => <a href={to('/map', { ...Object.fromEntries(query), place: s.name })}>{s.name}</a> },
        { head: 'Country', value: (s) => s.country },
        { head: 'Events', value: (s) => s.events, numeric: true },
        { head: 'Mostly', value: (s) => quadNames[s.quad] },
        { head: 'Latitude', value: (s) => s.lat, numeric: true },
        { head: 'Longitude', value: (s) => s.lon, numeric: true },
      ]}
      rows={spots}
      note="Larger is more events. A country that is named without a place in it stands at its middle. The arrow keys move the map, + and − zoom."
    >
      <QuadKey />
      <div class="map-box">
        <svg ref={drawing} class="map" viewBox={`0 0 ${size.width} ${size.height}`} role="group" aria-label="Map of the places of events; the table below lists them" onKeyDown={keys}>
          {lands.map((d, i) => (
            <path key={i} class="land" d={d} />
          ))}
          {placed.map(({ spot, x, y, radius, label }) => (
            <a key={spot.name} href={to('/map', { ...Object.fromEntries(query), place: spot.name })} aria-label={`${spot.name}: ${count(spot.events, 'event')}, mostly ${quadNames[spot.quad]}`} aria-current={spot === chosen ? 'true' : undefined}>
              <title>{spot.name}</title>
              <circle class={`place quad-${spot.quad}`} cx={x} cy={y} r={radius} />
              {label && (
                <text x={label.x} y={label.y} text-anchor={label.anchor} aria-hidden="true">
                  {spot.name}
                </text>
              )}
            </a>
          ))}
        </svg>
        <span class="zoom">
          <button type="button" class="small" aria-label="Zoom in" onClick={() => look({ zoom: view.zoom * 1.4 })}>
            +
          </button>
          <button type="button" class="small" aria-label="Zoom out" onClick={() => look({ zoom: Math.max(1, view.zoom / 1.4) })}>
            −
          </button>
          <button type="button" class="small" onClick={() => change({ lon: null, lat: null, zoom: null }, true)}>
            Fit
          </button>
          <button type="button" class="small" onClick={() => look({ lon: 0, lat: 0, zoom: 1 })}>
            World
          </button>
        </span>
      </div>
    </Picture>
  )
}
