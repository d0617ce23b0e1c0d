import { endpoint } from '../api/client'
import type { ExpectationRow, UnknownRow } from '../api/contract'
import { useList } from '../api/use'
import { EventItem } from '../components/event'
import { More } from '../components/more'
import { Answered, Empty } from '../components/states'
import { SaveTable, type Column } from '../components/table'
import { Title } from '../components/title'
import { wordsHref } from '../components/words'
import { count, day } from '../format'
import { to, usePlace } from '../router'

const states: [state: string, sign: string, tone: string, meaning: string][] = [
  ['open', '○', 'ahead', 'nothing has come of it yet'],
  ['lapsed', '!', 'against', 'its time has passed and no report tells what became of it'],
  ['contradicted', '≠', 'against', 'sources disagree on whether it is planned at all'],
  ['met', '✓', 'firm', 'it came about'],
  ['cancelled', '✕', 'plain', 'it was called off, or is told as not having come about'],
]

const expectationColumns: Column<ExpectationRow>[] = [
  { head: 'outcome', value: (r) => r.outcome },
  { head: 'due', value: (r) => r.due },
  { head: 'status', value: (r) => r.event.status },
  { head: 'telling', value: (r) => r.event.telling },
  { head: 'settledBy', value: (r) => r.settledBy },
]

const unknownColumns: Column<UnknownRow>[] = [
  { head: 'what', value: (r) => r.what },
  { head: 'attribution', value: (r) => r.attribution.join('; ') },
  { head: 'report', value: (r) => r.report },
  { head: 'answeredBy', value: (r) => r.answeredBy },
  { head: 'words', value: (r) => r.words },
]

/** What is expected, and what is not known: both are lists that settle. */
export function Ahead() {
  const { query } = usePlace()
  const state = query.get('state') ?? ''
  const expectations = useList<ExpectationRow>(endpoint('/expectations', { limit: 200 }))
  const unknowns = useList<UnknownRow>(endpoint('/unknowns', { limit: 100 }))
  return (
    <>
      <Title title="Expected and open" lead="What was announced, predicted or demanded, and what became of it; and what the reports say is not known." />
      <div class="split">
        <section class="panel">
          <div class="head">
            <h2>Expected</h2>
            <SaveTable name="expectations" of="what is expected" columns={expectationColumns} rows={expectations.data ?? []} />
          </div>
          <Answered answer={expectations} what="what is expected">
            {(rows) => (rows.length === 0 ? <Empty>Nothing is announced, predicted or demanded.</Empty> : <Expectations rows={rows} state={state} />)}
          </Answered>
          <More list={expectations} what="expectations" />
        </section>
        <section class="panel">
          <h2>Open questions</h2>
          <Answered answer={unknowns} what="what is open">
            {(rows) => (rows.length === 0 ? <Empty>No report says that something is not known.</Empty> : <Questions rows={rows} />)}
          </Answered>
          <More list={unknowns} what="questions" />
        </section>
      </div>
    </>
  )
}

function Expectations({ rows, state }: { rows: ExpectationRow[]; state: string }) {
  const there = states.filter(([name]) => rows.some((row) => row.outcome === name))
  return (
    <>
      <nav class="chips" aria-label="State">
        <a href={to('/expectations')} aria-current={state === '' ? 'true' : undefined}>
          all <span class="quiet">{rows.length}</span>
        </a>
        {there.map(([name, sign]) => (
          <a key={name} href={to('/expectations', { state: name })} aria-current={state === name ? 'true' : undefined}>
            <span aria-hidden="true">{sign}</span> {name} <span class="quiet">{rows.filter((row) => row.outcome === name).length}</span>
          </a>
        ))}
      </nav>
      <ul class="events">
        {rows
          .filter((row) => !state || row.outcome === state)
          .map((row) => {
            const [name, sign, tone, meaning] = states.find(([s]) => s === row.outcome) ?? [row.outcome, '·', 'plain', '']
            return (
              <EventItem key={row.event.id} event={row.event}>
                <p class="meta">
                  <span class={`badge ${tone}`} title={meaning}>
                    <span aria-hidden="true">{sign}</span> {name}
                  </span>
                  {row.due && <span>due {day(row.due)}</span>}
                  {row.event.vouchers.length > 0 && <span>on the word of {row.event.vouchers.join('; ')}</span>}
                  {row.settledBy && <a href={to('/story', { event: row.settledBy })}>what settled it</a>}
                </p>
              </EventItem>
            )
          })}
      </ul>
    </>
  )
}

function Questions({ rows }: { rows: UnknownRow[] }) {
  return (
    <>
      <p class="more">
        <span class="quiet">
          {count(rows.filter((row) => !row.answeredBy).length, 'question')} open, {rows.filter((row) => row.answeredBy).length} answered
        </span>
        <SaveTable name="unknowns" of="the open questions" columns={unknownColumns} rows={rows} />
      </p>
      <ul class="events">
        {rows.map((row) => (
          <li key={row.report + row.start} class="event" data-item="">
            <a class="telling" href={wordsHref(row)}>
              Not known: {row.what}
            </a>
            <p class="meta">
              <span class={`badge ${row.answeredBy ? 'firm' : 'ahead'}`}>{row.answeredBy ? '✓ answered' : '? open'}</span>
              <span>{row.attribution.length > 0 ? `says ${row.attribution.join(', ')}` : 'says the report itself'}</span>
              <span>
                {row.publisher ?? row.report}, {day(row.published)}
              </span>
              {row.answeredBy && <a href={to('/story', { report: row.answeredBy })}>the report that answers it</a>}
            </p>
            <p class="quiet serif">“{row.words}”</p>
          </li>
        ))}
      </ul>
    </>
  )
}

