import { useRef, useState } from 'preact/hooks'
import { refresh } from '../api/changes'
import { endpoint, postForLines, type Problem } from '../api/client'
import type { Added } from '../api/contract'
import { EventList } from '../components/event'
import { Title } from '../components/title'
import { count } from '../format'
import { to } from '../router'

interface Sent {
  name: string
  steps: Added[]
  problem: string | null
}

interface Progress {
  done: number
  all: number
  /** Reports of the file that is read at the moment. */
  reports: number
}

/** Outcomes shown of one file; a long one would bury the others. */
const most = 40

const types: Record<string, string> = { txt: 'text/plain', html: 'text/html', htm: 'text/html', jsonl: 'application/x-ndjson', ndjson: 'application/x-ndjson', json: 'application/x-ndjson' }

/** Takes reports in, by paste or by file, and shows what they changed. */
export function Add() {
  const [sent, setSent] = useState<Sent[]>([])
  const [left, setLeft] = useState<Progress>({ done: 0, all: 0, reports: 0 })
  const [over, setOver] = useState(false)
  const files = useRef<HTMLInputElement>(null)

  /** Sends one after the other; true where every one was taken. */
  const send = async (items: { name: string; body: BodyInit; type: string }[]): Promise<boolean> => {
    let isSound = true
    for (const [i, item] of items.entries()) {
      setLeft({ done: i, all: items.length, reports: 0 })
      const one: Sent = { name: item.name, steps: [], problem: null }
      try {
        await postForLines<Added>(endpoint('/reports', { name: item.name }), item.body, item.type, (step) => {
          one.steps.push(step)
          setLeft({ done: i, all: items.length, reports: one.steps.length })
        })
      } catch (cause) {
        one.problem = (cause as Problem).message
        isSound = false
      }
      setSent((before) => [one, ...before])
      setLeft({ done: i + 1, all: items.length, reports: 0 })
    }
    refresh()
    return isSound
  }

  const sendFiles = (list: FileList | null | undefined) =>
    void send([...(list ?? [])].map((file) => ({ name: file.name, body: file, type: types[file.name.split('.').at(-1)!.toLowerCase()] ?? 'text/plain' })))

  const sendText = (event: Event) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const given = new FormData(form)
    const value = (name: string) => String(given.get(name) ?? '').replaceAll(/[\r\n]+/g, ' ').trim()
    const heads = [['Title', value('title')], ['Date', value('date')], ['Publisher', value('publisher')]].filter(([, text]) => text)
    const text = String(given.get('text') ?? '')
    void send([{ name: value('title') || 'pasted report', body: heads.length > 0 ? `${heads.map(([name, v]) => `${name}: ${v}`).join('\n')}\n\n${text}` : text, type: 'text/plain' }]).then((isSound) => isSound && form.reset()) // what was refused is not lost
  }

  const busy = left.done < left.all
  return (
    <>
      <Title title="Add reports" lead="Paste one, or drop files: text, web pages, or JSON Lines. They are read on this machine, and nothing is sent anywhere else." />
      <div class="split">
        <form class="stack" onSubmit={sendText}>
          <label>
            Text of the report
            <textarea name="text" rows={10} required />
          </label>
          <label>
            Title
            <input name="title" />
          </label>
          <label>
            Publisher
            <input name="publisher" />
          </label>
          <label>
            Published on (relative times are read by it)
            <input name="date" type="date" />
          </label>
          <button class="primary" disabled={busy}>
            Read it
          </button>
        </form>
        <div
          class={over ? 'drop over' : 'drop'}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault()
            setOver(false)
            sendFiles(event.dataTransfer?.files)
          }}
        >
          <p>Drop files here: .txt, .html, .jsonl</p>
          <label class="sr-only" for="files">
            Files with reports
          </label>
          <input id="files" ref={files} type="file" multiple accept=".txt,.html,.htm,.jsonl,.ndjson,.json" hidden onChange={(event) => sendFiles(event.currentTarget.files)} />
          <button type="button" disabled={busy} onClick={() => files.current?.click()}>
            Choose files
          </button>
        </div>
      </div>
      <div role="status" class="panel">
        {left.all > 0 && (
          <p>
            <label>
              {busy ? `Reading ${left.done + 1} of ${left.all} …${left.reports > 1 ? ` ${count(left.reports, 'report')} so far` : ''}` : `Read ${left.done} of ${left.all}.`}
              <progress value={left.done} max={left.all} />
            </label>
          </p>
        )}
      </div>
      {sent.map((one, i) => (
        <Outcome key={sent.length - i} sent={one} />
      ))}
    </>
  )
}

function Outcome({ sent }: { sent: Sent }) {
  return (
    <section class="panel">
      <h2>
        {sent.name} {sent.steps.length > 1 && <span class="quiet">{count(sent.steps.length, 'report')}</span>}
      </h2>
      {sent.problem && <p class="trouble">{sent.problem}</p>}
      {sent.steps.slice(0, most).map((step, i) =>
        'fault' in step ? (
          <p key={i} class="trouble">
            {step.fault}
          </p>
        ) : (
          <div key={i}>
            <p>
              <a href={to('/story', { report: step.id })}>{step.id}</a>: {step.new ? (step.events.length > 0 ? `bears on ${count(step.events.length, 'event')}` : 'was read; no claim was found in it') : 'was in the record already; nothing changed'}.
            </p>
            {step.new && <EventList events={step.events} />}
          </div>
        ),
      )}
      {sent.steps.length > most && <p class="quiet">{count(sent.steps.length - most, 'report')} more were read; the overview shows what is new.</p>}
    </section>
  )
}
