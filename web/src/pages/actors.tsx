import { useMemo } from 'preact/hooks'
import { endpoint } from '../api/client'
import type { ActorRow, Page, Tie } from '../api/contract'
import { useApi, useList } from '../api/use'
import { More } from '../components/more'
import { Network } from '../components/network'
import { Answered, Empty, Trouble } from '../components/states'
import { SaveTable, Table, type Column } from '../components/table'
import { Title } from '../components/title'
import { change, to, usePlace } from '../router'

const columns: Column<ActorRow>[] = [
  { head: 'Actor', value: (a) => a.name, show: (a) => <a href={to('/actor', { key: a.key })}>{a.name}</a> },
  { head: 'Country', value: (a) => a.country },
  { head: 'Sectors', value: (a) => a.sectors.join(', ') },
  { head: 'Did', value: (a) => a.does, numeric: true, show: (a) => <a href={to('/actor', { key: a.key })}>{a.does}</a> },
  { head: 'Had done to it', value: (a) => a.receives, numeric: true, show: (a) => <a href={to('/actor', { key: a.key })}>{a.receives}</a> },
]

/** Everybody who takes part, and the ties between them. */
export function Actors() {
  const { query } = usePlace()
  const text = query.get('text') ?? ''
  const least = Number(query.get('least') ?? 1)
  const list = useList<ActorRow>(endpoint('/actors', { text, limit: 50 }))
  const ties = useApi<Page<Tie>>(endpoint('/ties', { limit: 150 }))
  const shown = useMemo(() => ties.data?.items.filter((tie) => tie.events >= least) ?? [], [ties.data, least])
  const most = Math.max(1, ...(ties.data?.items.map((tie) => tie.events) ?? []))
  return (
    <>
      <Title title="Actors and ties">
        <form class="filters" onSubmit={(event) => event.preventDefault()}>
          <label class="wide">
            Name holds
            <input type="search" value={text} onInput={(event) => change({ text: event.currentTarget.value }, true)} />
          </label>
          <label>
            Ties of at least {least} {least === 1 ? 'event' : 'events'}
            <input type="range" min="1" max={most} value={least} onInput={(event) => change({ least: event.currentTarget.value === '1' ? null : event.currentTarget.value }, true)} />
          </label>
        </form>
      </Title>
      {ties.problem && <Trouble problem={ties.problem} />}
      {shown.length > 0 && <Network ties={shown} title="Network" name="network" />}
      <section>
        <div class="head">
          <h2>Actors</h2>
          <SaveTable name="actors" of="the actors" columns={columns} rows={list.data ?? []} />
        </div>
        <Answered answer={list} what="the actors">
          {(rows) => (rows.length === 0 ? <Empty>Nobody of that name takes part in an event.</Empty> : <Table caption="Actors" hideCaption columns={columns} rows={rows} />)}
        </Answered>
        <More list={list} what="actors" />
      </section>
    </>
  )
}
