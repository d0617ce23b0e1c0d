import { useState } from 'preact/hooks'
import type { Claim } from '../../api/contract'
import type { NewDecision } from '../../api/decide'

const statuses = ['occurred', 'ongoing', 'planned', 'possible', 'demanded', 'conditional', 'denied', 'not-occurred']
const fields = { status: 'whether it happened', actor: 'who did it', recipient: 'to whom', from: 'first day', to: 'last day' } as const
type Field = keyof typeof fields

function now(claim: Claim, field: Field): string {
  if (field === 'status') return claim.status
  if (field === 'actor' || field === 'recipient') return claim[field].map((party) => party.name).join(', ')
  return claim.time?.[field] ?? ''
}

/** One field of a claim as it should have been read. */
export function Correction({ claim, onSend }: { claim: Claim; onSend: (decision: Omit<NewDecision, 'claims'>) => Promise<void> }) {
  const [field, setField] = useState<Field>('status')
  const submit = (event: Event) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget as HTMLFormElement)
    void onSend({ kind: 'correct', field, value: String(given.get('value') ?? '').trim(), reason: String(given.get('reason') ?? '').trim() || undefined })
  }
  return (
    <form class="filters" onSubmit={submit}>
      <label>
        What is wrong
        <select value={field} onChange={(event) => setField(event.currentTarget.value as Field)}>
          {Object.entries(fields).map(([name, title]) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label key={field}>
        It should be
        {field === 'status' ? (
          <select name="value" defaultValue={now(claim, field)}>
            {statuses.map((status) => (
              <option key={status}>{status}</option>
            ))}
          </select>
        ) : (
          <input name="value" required type={field === 'from' || field === 'to' ? 'date' : 'text'} defaultValue={now(claim, field)} />
        )}
      </label>
      <label>
        Why (optional)
        <input name="reason" />
      </label>
      <button class="primary">Keep the correction</button>
    </form>
  )
}
