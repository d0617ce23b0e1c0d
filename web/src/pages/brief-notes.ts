import type { Brief, BriefSentence, BriefSource } from '../api/contract'

/** The sentences of reports that a brief rests on, each numbered once, by where it is first leaned on. */
export class Notes {
  private readonly numbers = new Map<string, number>()
  readonly all: BriefSource[] = []

  constructor(brief: Brief) {
    for (const section of brief.sections)
      for (const sentence of section.sentences)
        for (const source of sentence.sources)
          if (!this.numbers.has(key(source))) this.numbers.set(key(source), this.all.push(source))
  }

  /** Those of one sentence, each once. */
  of(sentence: BriefSentence): { number: number; source: BriefSource }[] {
    const numbers = new Set(sentence.sources.map((source) => this.numbers.get(key(source))!))
    return [...numbers].sort((a, b) => a - b).map((number) => ({ number, source: this.all[number - 1]! }))
  }
}

const key = (source: BriefSource) => `${source.report}\n${source.start}`
