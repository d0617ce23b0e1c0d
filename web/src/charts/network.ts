import cytoscape, { type Core, type ElementDefinition } from 'cytoscape'
import type { Tie } from '../api/contract'
import { color } from '../theme'

// The library would write a rule for its box into a style element, which the page's policy forbids; the stylesheet has the rule, and a bearer of this name keeps the library from it.
function takeStylesheetName(): void {
  const name = '__________cytoscape_stylesheet'
  if (document.getElementById(name)) return
  const bearer = document.createElement('meta')
  bearer.id = name
  document.head.append(bearer)
}

/** Color of a tie by its sign: how cooperative its events are on average. */
export function signOf(score: number | null): 'cooperative' | 'conflictual' | 'mixed' {
  if (score === null || Math.abs(score) < 0.5) return 'mixed'
  return score > 0 ? 'cooperative' : 'conflictual'
}

const signColors = { cooperative: 'quad-1', conflictual: 'quad-3', mixed: 'quad-4' } as const

function elements(ties: Tie[]): ElementDefinition[] {
  const weight = new Map<string, number>()
  const names = new Map<string, string>()
  for (const tie of ties)
    for (const [key, name] of [
      [tie.from, tie.fromName],
      [tie.to, tie.toName],
    ] as const) {
      weight.set(key, (weight.get(key) ?? 0) + tie.events)
      names.set(key, name)
    }
  return [
    ...[...names]
      .sort(([a], [b]) => weight.get(b)! - weight.get(a)!)
      .map(([id, name], i) => ({ data: { id, name, size: 14 + 5 * Math.sqrt(weight.get(id)!) }, position: spiral(i) })),
    ...ties.map((tie) => ({
      data: { id: `${tie.from}\t${tie.to}`, source: tie.from, target: tie.to, width: 1 + 1.6 * Math.sqrt(tie.events), color: color(signColors[signOf(tie.score)]), arrow: tie.mutual ? 'none' : 'triangle', line: signOf(tie.score) === 'conflictual' ? 'dashed' : 'solid' },
    })),
  ]
}

/** Where the layout begins: the busiest in the middle, the others around it, always the same way. */
function spiral(i: number): { x: number; y: number } {
  const [angle, far] = [i * 2.4, 70 * Math.sqrt(i)]
  return { x: 1.6 * far * Math.cos(angle), y: far * Math.sin(angle) }
}

/** A stretch of the screen, in pixels. */
interface Box {
  x1: number
  y1: number
  x2: number
  y2: number
}

const meet = (a: Box, b: Box) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2

/** Where a name may stand about its actor: of these the first that is free. */
const sides = [
  { valign: 'top', halign: 'center', x: 0, y: -1 },
  { valign: 'bottom', halign: 'center', x: 0, y: 1 },
  { valign: 'center', halign: 'right', x: 1, y: 0 },
  { valign: 'center', halign: 'left', x: -1, y: 0 },
] as const

const nameSize = 12
const nameWidth = 110

/** Names of one size on the screen, whatever the network's; the busiest are written first, and one that would cover another is left out. None covers an actor or runs off the picture that need not. */
function writeNames(network: Core): void {
  const scale = 1 / network.zoom()
  const grown = Math.min(2.2, Math.max(1, scale)) // where the whole is small, actors are drawn larger
  const radiusOf = (size: number) => (size * grown * network.zoom()) / 2
  const pen = document.createElement('canvas').getContext('2d')!
  pen.font = `${nameSize}px sans-serif`
  network.batch(() => {
    network.edges().forEach((edge) => void edge.style({ width: edge.data('width') * grown }))
    network.nodes().forEach((node) => void node.style({ 'font-size': nameSize * scale, 'text-outline-width': 2 * scale, 'text-max-width': `${nameWidth * scale}px`, width: node.data('size') * grown, height: node.data('size') * grown }))
    const actors: Box[] = network.nodes().map((node) => about(node.renderedPosition(), radiusOf(node.data('size'))))
    const names: Box[] = []
    network.nodes().sort((a, b) => b.data('size') - a.data('size')).forEach((node) => {
      const lines = linesOf(node.data('name'), (text) => pen.measureText(text).width)
      const [width, height] = [Math.max(...lines.map((line) => pen.measureText(line).width)) / 2 + 2, (lines.length * nameSize * 1.2) / 2]
      const [at, radius] = [node.renderedPosition(), radiusOf(node.data('size'))]
      const places = sides.map((side) => {
        const [middleX, middleY] = [at.x + side.x * (radius + width + 3), at.y + side.y * (radius + height + 3)]
        return { side, x1: middleX - width, y1: middleY - height, x2: middleX + width, y2: middleY + height }
      }).filter((place) => !names.some((name) => meet(place, name)))
      const inside = places.filter((place) => place.x1 >= 0 && place.x2 <= network.width())
      const place = inside.find((one) => !actors.some((actor) => meet(one, actor))) ?? inside[0] ?? places[0]
      if (place) names.push(place)
      const side = place?.side
      node.style({ 'text-opacity': side ? 1 : 0, 'text-valign': side?.valign ?? 'top', 'text-halign': side?.halign ?? 'center', 'text-margin-y': (side?.y ?? 0) * 3 * scale, 'text-margin-x': (side?.x ?? 0) * 3 * scale })
    })
  })
}

const about = (at: { x: number; y: number }, far: number): Box => ({ x1: at.x - far, y1: at.y - far, x2: at.x + far, y2: at.y + far })

/** A name broken as it will be drawn. */
function linesOf(name: string, width: (text: string) => number): string[] {
  const lines = ['']
  for (const word of name.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim()
    if (lines.at(-1) && width(longer) > nameWidth) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

export interface NetworkPicks {
  actor: (key: string) => void
  tie: (from: string, to: string) => void
}

export function drawNetwork(box: HTMLElement, ties: Tie[], picks: NetworkPicks): Core {
  takeStylesheetName()
  const network = cytoscape({
    container: box,
    elements: elements(ties),
    style: [
      { selector: 'node', style: { label: 'data(name)', width: 'data(size)', height: 'data(size)', 'background-color': color('accent'), color: color('ink'), 'font-size': 11, 'text-margin-y': -4, 'text-outline-color': color('raised'), 'text-outline-width': 2, 'text-max-width': '110px', 'text-wrap': 'wrap' } },
      { selector: 'edge', style: { width: 'data(width)', 'line-color': 'data(color)', 'line-style': 'data(line)' as 'solid', 'target-arrow-color': 'data(color)', 'target-arrow-shape': 'data(arrow)' as 'triangle', 'curve-style': 'bezier', opacity: 0.85 } },
    ],
    layout: { name: 'cose', animate: false, randomize: false, nodeRepulsion: () => 24_000, idealEdgeLength: () => 80, nodeOverlap: 30, gravity: 0.6, padding: 24, componentSpacing: 30, nodeDimensionsIncludeLabels: true },
    minZoom: 0.2,
    maxZoom: 3,
    userZoomingEnabled: false, // the wheel moves the page; the buttons zoom
  })
  const write = () => writeNames(network)
  write()
  network.on('zoom', write)
  network.on('dragfree', 'node', write)
  network.on('tap', 'node', (event) => picks.actor(event.target.id()))
  network.on('tap', 'edge', (event) => picks.tie(event.target.data('source'), event.target.data('target')))
  return network
}
