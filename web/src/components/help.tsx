import { useEffect, useRef, useState } from 'preact/hooks'
import { areOn, goTo, switchShortcuts } from '../shortcuts'

export function Help({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [on, setOn] = useState(areOn)
  useEffect(() => {
    const shown = dialog.current!
    shown.addEventListener('close', onClose)
    shown.showModal()
  }, [])
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClick={(event) => event.target === dialog.current && dialog.current?.close()}>
      <div class="help-body">
        <h2 id="help-title">Keys</h2>
        <dl class="keys">
          <Keys keys={['/']} does="search" />
          <Keys keys={['j', 'k']} does="next and previous in a list" />
          <Keys keys={['←', '→']} does="step through the marks of a report" />
          <Keys keys={['Esc']} does="put an explanation away" />
          <Keys keys={['a', 'x', 'c', 'u']} does="in review: accept, reject, correct, undo" />
          <Keys keys={['t']} does="light, dark, as the system" />
          <Keys keys={['?']} does="this help" />
          {goTo.map(([key, path, name]) => (
            <Keys key={path} keys={['g', key]} does={name} />
          ))}
        </dl>
        <label class="check">
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => {
              switchShortcuts(event.currentTarget.checked)
              setOn(event.currentTarget.checked)
            }}
          />
          Single keys do something
        </label>
        <p>
          <a href="/api">The HTTP API</a> that these pages are made from.
        </p>
        <form method="dialog">
          <button>Close</button>
        </form>
      </div>
    </dialog>
  )
}

function Keys({ keys, does }: { keys: string[]; does: string }) {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{does}</dd>
    </div>
  )
}
