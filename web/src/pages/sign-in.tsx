import { useState } from 'preact/hooks'
import { refresh } from '../api/changes'
import { endpoint, post, type Problem, remove } from '../api/client'
import type { Session } from '../api/contract'
import { useApi } from '../api/use'
import { Answered, Trouble } from '../components/states'
import { Title } from '../components/title'
import { navigate } from '../router'

export function SignIn() {
  const session = useApi<Session>(endpoint('/session'))
  return (
    <>
      <Title title="Sign in" />
      <Answered answer={session}>{(data) => (!data.asksForKeys ? <p>No key is asked for here: whoever sits at this machine may do everything.</p> : data.name ? <SignedIn session={data} /> : <KeyForm />)}</Answered>
    </>
  )
}

function SignedIn({ session }: { session: Session }) {
  return (
    <p>
      Signed in as {session.name}, {session.role}.{' '}
      <button type="button" onClick={() => void remove(endpoint('/session')).then(refresh)}>
        Sign out
      </button>
    </p>
  )
}

function KeyForm() {
  const [problem, setProblem] = useState<Problem | null>(null)
  const submit = async (event: Event) => {
    event.preventDefault()
    const key = String(new FormData(event.currentTarget as HTMLFormElement).get('key') ?? '')
    try {
      await post<Session>(endpoint('/session'), JSON.stringify({ key }), 'application/json')
      refresh()
      navigate('/')
    } catch (cause) {
      setProblem(cause as Problem)
    }
  }
  return (
    <form class="stack narrow" onSubmit={submit}>
      <label>
        Key
        <input name="key" type="password" autocomplete="current-password" required />
      </label>
      {problem && <Trouble problem={problem} />}
      <button class="primary">Sign in</button>
    </form>
  )
}
