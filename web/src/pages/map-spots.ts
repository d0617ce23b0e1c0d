import type { GeoProjection } from 'd3-geo'
import type { PlaceCount } from '../api/contract'
import { size } from '../charts/world'

export interface Spot extends PlaceCount {
  /** The kind most of its events are of. */
  quad: number
}

export function spotsOf(places: PlaceCount[]): Spot[] {
  return places.map((place) => ({ ...place, quad: place.quadClasses.indexOf(Math.max(...place.quadClasses)) }))
}

interface Label {
  x: number
  y: number
  anchor: 'start' | 'end' | 'middle'
}

interface Placed {
  spot: Spot
  x: number
  y: number
  radius: number
  /** Where its name stands; null where there is no room for it. */
  label: Label | null
}

type Box = [left: number, top: number, right: number, bottom: number]

const meets = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

/** Places in the picture, with their names where no other name or place stands. */
export function place(spots: Spot[], projection: GeoProjection): Placed[] {
  const inside = spots.flatMap((spot) => {
    const [x, y] = projection([spot.lon, spot.lat]) ?? [-1, -1]
    return x >= 0 && y >= 0 && x <= size.width && y <= size.height ? [{ spot, x, y, radius: 5 + 3 * Math.sqrt(spot.events) }] : []
  })
  const taken: Box[] = inside.map(({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius])
  return inside.map((at) => {
    const { x, y, radius } = at
    const wide = at.spot.name.length * 6.6
    const choices: [Label, Box][] = [
      [{ x: x + radius + 4, y: y + 4, anchor: 'start' }, [x + radius + 2, y - 8, x + radius + 4 + wide, y + 8]],
      [{ x: x - radius - 4, y: y + 4, anchor: 'end' }, [x - radius - 4 - wide, y - 8, x - radius - 2, y + 8]],
      [{ x, y: y - radius - 5, anchor: 'middle' }, [x - wide / 2, y - radius - 17, x + wide / 2, y - radius - 2]],
      [{ x, y: y + radius + 14, anchor: 'middle' }, [x - wide / 2, y + radius + 2, x + wide / 2, y + radius + 18]],
    ]
    const free = choices.find(([, box]) => box[0] >= 0 && box[2] <= size.width && !taken.some((other) => meets(box, other)))
    if (free) taken.push(free[1])
    return { ...at, label: free?.[0] ?? null }
  })
}
