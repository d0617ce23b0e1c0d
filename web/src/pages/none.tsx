import { Title } from '../components/title'

export function None() {
  return <Title title="Nothing here" lead={<>There is no page at this address. <a href="/">To the overview</a>.</>} />
}
