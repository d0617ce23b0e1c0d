/** Saves what the page holds as a file; nothing leaves the machine. */
export function save(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

export type Cell = string | number | null | undefined

/** RFC 4180, with a leading apostrophe before what a spreadsheet would take for a formula. */
export function csv(rows: Cell[][]): Blob {
  const field = (cell: Cell) => {
    const text = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell ?? '')
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return new Blob(['\ufeff', rows.map((row) => row.map(field).join(',')).join('\r\n'), '\r\n'], { type: 'text/csv;charset=utf-8' })
}

export async function saveDataUrl(name: string, url: string): Promise<void> {
  const [head, body] = url.split(',')
  const bytes = Uint8Array.from(atob(body!), (c) => c.charCodeAt(0))
  save(name, new Blob([bytes], { type: head!.slice(5).split(';')[0] }))
}

/** A drawing with the colors it has on the page, as a file of its own. */
export function svgFile(svg: SVGSVGElement): Blob {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const shown = [svg, ...svg.querySelectorAll('*')]
  ;[copy, ...copy.querySelectorAll('*')].forEach((element, i) => {
    const style = getComputedStyle(shown[i]!)
    for (const name of ['fill', 'stroke', 'stroke-width', 'font-family', 'font-size', 'opacity']) element.setAttribute(name, style.getPropertyValue(name))
    element.removeAttribute('class')
  })
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' })
}
