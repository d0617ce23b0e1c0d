import { useState } from 'preact/hooks'
import { endpoint } from '../api/client'
import type { Brief, BriefSection, BriefSentence, BriefSource } from '../api/contract'
import { useApi } from '../api/use'
import { save } from '../components/download'
import { Answered, Empty } from '../components/states'
import { Title } from '../components/title'
import { Words, wordsHref } from '../components/words'
import { day } from '../format'
import { change, usePlace } from '../router'
import { Notes } from './brief-notes'

/** The record told back: a headline, the situation as one paragraph, then what happened, what is counted, disputed, expected and unknown. */
export function BriefPage() {
  const { query } = usePlace()
  const [about, since] = [query.get('about') ?? '', query.get('since')]
  const answer = useApi<Brief>(endpoint('/brief', { about, since }))
  return (
    <>
      <Title title="Brief">
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
        {(brief) => (brief.sections.length === 0 ? <Empty>The record has nothing to tell of that.</Empty> : <Told brief={brief} />)}
      </Answered>
    </>
  )
}

function Told({ brief }: { brief: Brief }) {
  const notes = new Notes(brief)
  return (
    <article class="brief">
      <header>
        <h2 class="headline">{brief.title}</h2>
        <p class="quiet">{brief.scope}</p>
      </header>
      {brief.sections.map((section) => (
        <section key={section.heading}>
          <h3>{section.heading}</h3>
          {section.heading === 'Sources' ? (
            <Sources section={section} />
          ) : section.paragraph ? (
            <Paragraph sentences={section.sentences} notes={notes} />
          ) : (
            <ul>
              {section.sentences.map((sentence) => (
                <li key={sentence.text}>
                  <Line sentence={sentence} notes={notes} isOpen={section.heading === 'Disputed'} />
                </li>
              ))}
            </ul>
          )}
          {section.omitted > 0 && <p class="quiet">{section.omitted === 1 ? 'One more is' : `${section.omitted} more are`} left out.</p>}
        </section>
      ))}
    </article>
  )
}

/** Sentences that are read in one go; the words of the one that is asked for lie below. */
function Paragraph({ sentences, notes }: { sentences: BriefSentence[]; notes: Notes }) {
  const [open, setOpen] = useState<number | null>(null)
  return (
    <>
      <p>
        {sentences.map((sentence, i) => (
          <span key={sentence.text} class={open === i ? 'asked' : undefined}>
            {sentence.text}
            <Marks notes={notes.of(sentence)} isOpen={open === i} toggle={() => setOpen(open === i ? null : i)} />{' '}
          </span>
        ))}
      </p>
      {open !== null && sentences[open] && <Grounds sources={notes.of(sentences[open]).map((note) => note.source)} />}
    </>
  )
}

/** A sentence on a line of its own; what is disputed shows at once who says what, side by side. */
function Line({ sentence, notes, isOpen: isOpenAtFirst }: { sentence: BriefSentence; notes: Notes; isOpen: boolean }) {
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const { lead, text } = sentence
  return (
    <>
      {lead ? <strong>{lead}</strong> : null}
      {lead ? text.slice(lead.length) : text}
      <Marks notes={notes.of(sentence)} isOpen={isOpen} toggle={() => setOpen(!isOpen)} />
      {isOpen && <Grounds sources={notes.of(sentence).map((note) => note.source)} />}
    </>
  )
}

function Marks({ notes, isOpen, toggle }: { notes: { number: number }[]; isOpen: boolean; toggle: () => void }) {
  const numbers = notes.map((note) => note.number).join(' ')
  return (
    <button type="button" class="marks" aria-expanded={isOpen} onClick={toggle} title={`The ${notes.length === 1 ? 'sentence' : 'sentences'} this rests on`}>
      <span class="sr-only">{notes.length === 1 ? 'Note' : 'Notes'} </span>
      {numbers}
    </button>
  )
}

function Grounds({ sources }: { sources: BriefSource[] }) {
  return (
    <div class="grounds">
      {sources.map((source) => (
        <Words key={source.report + source.start} told={source} claim={source.claim} />
      ))}
    </div>
  )
}

/** The reports, each leading to its text. */
function Sources({ section }: { section: BriefSection }) {
  return (
    <ul>
      {section.sentences.map(({ text, sources: [source] }) => (
        <li key={text}>{source ? <a href={wordsHref(source, source.claim)}>{text}</a> : text}</li>
      ))}
    </ul>
  )
}

function markdown(brief: Brief): string {
  const notes = new Notes(brief)
  const lines = [`# ${brief.title}`, '', `*${brief.scope}*`, '']
  for (const section of brief.sections) {
    lines.push(`## ${section.heading}`, '')
    const told = section.sentences.map((sentence) => {
      const { lead, text } = sentence
      const marks = notes.of(sentence).map((note) => `[^${note.number}]`)
      return `${lead ? `**${lead}**${text.slice(lead.length)}` : text} ${marks.join('')}`
    })
    lines.push(...(section.paragraph ? [told.join(' ')] : told.map((line) => `- ${line}`)))
    if (section.omitted > 0) lines.push('', `*${section.omitted} more left out.*`)
    lines.push('')
  }
  const rests = ({ publisher, report, published, words }: BriefSource) => `${publisher ?? report}${published ? `, ${day(published)}` : ''}: “${words}”`
  return [...lines, ...notes.all.map((source, i) => `[^${i + 1}]: ${rests(source)}`), ''].join('\n')
}
