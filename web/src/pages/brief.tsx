import { endpoint } from '../api/client'
import type { Brief, BriefSource } from '../api/contract'
import { useApi } from '../api/use'
import { save } from '../components/download'
import { Answered, Empty } from '../components/states'
import { Title } from '../components/title'
import { Words } from '../components/words'
import { count, day } from '../format'
import { change, usePlace } from '../router'

/** The record told back; every sentence opens on the sentences it rests on. */
export function BriefPage() {
  const { query } = usePlace()
  const [about, since] = [query.get('about') ?? '', query.get('since')]
  const answer = useApi<Brief>(endpoint('/brief', { about, since }))
  return (
    <>
      <Title title="Brief" lead={answer.data?.title}>
        <form class="filters" onSubmit={(event) => event.preventDefault()}>
          <label class="wide">
            About
            <input type="search" value={about} onChange={(event) => change({ about: event.currentTarget.value })} placeholder="everybody; or names with commas between" />
          </label>
          <label>
            Since
            <input type="date" value={since ?? ''} onChange={(event) => change({ since: event.currentTarget.value })} />
          </label>
          <button type="button" disabled={!answer.data} onClick={() => answer.data && save('brief.md', new Blob([markdown(answer.data)], { type: 'text/markdown;charset=utf-8' }))}>
            Save as Markdown
          </button>
        </form>
      </Title>
      <Answered answer={answer} what="the brief">
        {(brief) =>
          brief.sections.length === 0 ? (
            <Empty>The record has nothing to tell of that.</Empty>
          ) : (
            <article class="brief">
              {brief.sections.map((section) => (
                <section key={section.heading} class="panel">
                  <h2>{section.heading}</h2>
                  <ul>
                    {section.sentences.map((sentence, i) => (
                      <li key={i}>
                        <Sentence text={sentence.text} sources={sentence.sources} />
                      </li>
                    ))}
                  </ul>
                  {section.omitted > 0 && <p class="quiet">{count(section.omitted, 'sentence')} more are left out.</p>}
                </section>
              ))}
            </article>
          )
        }
      </Answered>
    </>
  )
}

function Sentence({ text, sources }: { text: string; sources: BriefSource[] }) {
  return (
    <details class="sentence">
      <summary>
        {text} <span class="quiet">{count(sources.length, 'source')}</span>
      </summary>
      {sources.map((source) => (
        <Words key={source.claim + source.start} told={source} claim={source.claim} />
      ))}
    </details>
  )
}

function markdown(brief: Brief): string {
  const lines = [`# ${brief.title}`, '']
  const notes: string[] = []
  for (const section of brief.sections) {
    lines.push(`## ${section.heading}`, '')
    for (const sentence of section.sentences) {
      const marks = sentence.sources.map((source) => `[^${notes.push(`${source.publisher ?? source.report}${source.published ? `, ${day(source.published)}` : ''}: “${source.words}”`)}]`)
      lines.push(`- ${sentence.text}${marks.join('')}`)
    }
    lines.push('')
  }
  return [...lines, ...notes.map((note, i) => `[^${i + 1}]: ${note}`), ''].join('\n')
}
