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
  // names that cannot be read help nobody: where the whole is small on the screen, they are written larger
  const scale = Math.min(2.2, 1 / Math.min(1, network.zoom()))
  network.nodes().forEach((node) => void node.style({ 'font-size': 12 * scale, 'text-outline-width': 2 * scale, 'text-max-width': `${110 * scale}px`, width: node.data('size') * scale, height: node.data('size') * scale }))
  network.edges().forEach((edge) => void edge.style({ width: edge.data('width') * scale }))
  network.on('tap', 'node', (event) => picks.actor(event.target.id()))
  network.on('tap', 'edge', (event) => picks.tie(event.target.data('source'), event.target.data('target')))
  return network
}
