import type { ComponentChildren } from 'preact'
import { Problem } from '../api/client'
import type { Answer } from '../api/use'

/** What stands where an answer is not there yet, is none, or is empty. */
export function Loading({ what = 'the record' }: { what?: string }) {
  return <p class="quiet loading">Reading {what} …</p>
}

export function Trouble({ problem }: { problem: Error }) {
  if (problem instanceof Problem && problem.code === 'counting')
    return (
      <p class="counting" role="status">
        {problem.message.replace(' Ask again in a moment.', '')} This part appears by itself.
      </p>
    )
  return (
    <div class="trouble" role="alert">
      <strong>That did not work.</strong> {problem.message} {problem instanceof Problem && problem.status === 401 && <a href="/sign-in">Sign in</a>}
    </div>
  )
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="empty">{children}</p>
}

interface AnsweredProps<T> {
  answer: Answer<T>
  what?: string
  children: (data: T) => ComponentChildren
}

/** Shows an answer, or why there is none. */
export function Answered<T>({ answer, what, children }: AnsweredProps<T>) {
  // one box of its own, whatever stands in it, so that what follows keeps its place
  return (
    <div class="answer" aria-busy={answer.loading}>
      {answer.problem ? <Trouble problem={answer.problem} /> : answer.data === null ? <Loading what={what} /> : children(answer.data)}
    </div>
  )
}
