/** A text that is cut at offsets in code points, as the API counts them; scripts count UTF-16 units. */
export class CodePointText {
  private readonly units: Uint32Array | null
  readonly length: number

  constructor(readonly text: string) {
    const points = Array.from(text)
    this.length = points.length
    if (points.length === text.length) {
      this.units = null // every character is one unit: offsets are the same
      return
    }
    this.units = new Uint32Array(points.length + 1)
    let at = 0
    points.forEach((point, i) => {
      this.units![i] = at
      at += point.length
    })
    this.units[points.length] = at
  }

  slice(start: number, end: number): string {
    return this.text.slice(this.unit(start), this.unit(end))
  }

  private unit(point: number): number {
    const within = Math.max(0, Math.min(point, this.length))
    return this.units ? this.units[within]! : within
  }
}
