import { geoNaturalEarth1, geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import world from 'world-atlas/countries-110m.json'

const topology = world as unknown as Topology<{ countries: GeometryCollection; land: GeometryCollection }>

export const size = { width: 960, height: 500 }

export interface WorldView {
  /** Degrees. */
  lon: number
  lat: number
  /** 1 shows the whole world. */
  zoom: number
}

/** The projection that has a place in the middle; a turned globe, so that nothing is cut at the antimeridian that is looked at. */
export function projectionOf(view: WorldView): GeoProjection {
  const whole = geoNaturalEarth1().fitExtent(
    [
      [4, 4],
      [size.width - 4, size.height - 4],
    ],
    { type: 'Sphere' },
  )
  const turned = geoNaturalEarth1().rotate([-view.lon, 0]).scale(whole.scale() * view.zoom).translate([0, 0])
  const [, y] = turned([view.lon, view.lat])!
  return turned.translate([size.width / 2, size.height / 2 - (view.zoom === 1 ? 0 : y)]).clipExtent([
    [0, 0],
    [size.width, size.height],
  ])
}

/** The countries as one SVG path each. */
export function countryPaths(projection: GeoProjection): string[] {
  const path = geoPath(projection)
  return feature(topology, topology.objects.countries).features.map((country) => path(country as GeoPermissibleObjects) ?? '').filter(Boolean)
}

/** A view that holds all of some points. */
export function fit(points: { lat: number; lon: number }[]): WorldView {
  if (points.length === 0) return { lon: 0, lat: 0, zoom: 1 }
  const lats = points.map((p) => p.lat)
  // the middle of the widest gap between longitudes lies opposite to where the points are
  const lons = points.map((p) => p.lon).sort((a, b) => a - b)
  let gap = lons[0]! + 360 - lons.at(-1)!
  let start = lons[0]!
  for (let i = 1; i < lons.length; i++)
    if (lons[i]! - lons[i - 1]! > gap) {
      gap = lons[i]! - lons[i - 1]!
      start = lons[i]!
    }
  const wide = 360 - gap
  const high = Math.max(...lats) - Math.min(...lats)
  const lon = ((start + wide / 2 + 540) % 360) - 180
  return { lon: Math.round(lon), lat: Math.round((Math.max(...lats) + Math.min(...lats)) / 2), zoom: Math.round(10 * Math.max(1, Math.min(8, 300 / Math.max(wide, 30), 150 / Math.max(high, 15)))) / 10 }
}
