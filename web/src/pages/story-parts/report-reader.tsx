import { useMemo } from 'preact/hooks'
import { endpoint, idPart } from '../../api/client'
import type { Annotations, Claim, ReportDetail } from '../../api/contract'
import { useApi } from '../../api/use'
import { QuadBadge, StatusBadge } from '../../components/badges'
import { Answered } from '../../components/states'
import { day, days, sentence } from '../../format'
import { change, usePlace } from '../../router'
import { Legend } from '../../text/Legend'
import { MarkedText } from '../../text/MarkedText'
import { marksOf, type MarkKind } from '../../text/marks'
import { Lineage } from './lineage'

interface ReportReaderProps {
  id: string
  claim: string | null
  /** Words that were asked for, as 'start-end'. */
  at: string | null
}

/** A report, its words marked, and what is claimed beside them. */
export function ReportReader({ id, claim, at }: ReportReaderProps) {
  const answer = useApi<ReportDetail>(endpoint(`/reports/${idPart(id)}`))
  return <Answered answer={answer} what="the report">{(data) => <Read key={data.report.id} data={data} claim={claim} at={at} />}</Answered>
}

function Read({ data, claim, at }: { data: ReportDetail; claim: string | null; at: string | null }) {
  const { report, text, claims } = data
  const read = useApi<Annotations>(endpoint(`/reports/${idPart(report.id)}/annotations`))
  const { query } = usePlace()
  const hidden = new Set((query.get('hide')?.split(' ') ?? []) as MarkKind[])
  const marks = useMemo(() => (read.data ? marksOf(read.data, claims) : []), [read.data, claims])
  const chosen = claims.find((c) => c.id === claim)
  const words = /^(\d+)-(\d+)$/.exec(at ?? '')
  const focus: [number, number] | null = chosen ? chosen.evidence : words ? [Number(words[1]), Number(words[2])] : null
  const choose = (next: string) => change({ claim: next, at: null, report: query.get('report') }, true)
  return (
    <section class="report" aria-label="Report">
      <header>
        <h3>{report.title ?? report.id}</h3>
        <p class="quiet">
          {[report.publisher, report.published && day(report.published), report.origin && `names ${report.origin} as its origin`].filter(Boolean).join(' · ')}
          {report.url && (
            <>
              {' · '}
              <span class="address">{report.url}</span>
            </>
          )}
        </p>
      </header>
      <Legend hidden={hidden} onChange={(next) => change({ hide: [...next].join(' ') }, true)} />
      <div class="report-columns">
        <MarkedText text={text} marks={marks} hidden={hidden} focus={focus} seek={query.get('report') !== null && focus !== null} busy={read.loading} label={`Text of the report ${report.title ?? report.id}`} onClaim={choose} />
        <ol class="claims" aria-label="Claims of this report">
          {claims.map((c) => (
            <ClaimCard key={c.id} claim={c} current={c.id === claim} onChoose={choose} />
          ))}
          {claims.length === 0 && <li class="quiet">No claim was read from this report.</li>}
        </ol>
      </div>
      <Lineage rows={data.lineage} current={report.id} />
    </section>
  )
}

function ClaimCard({ claim, current, onChoose }: { claim: Claim; current: boolean; onChoose: (id: string) => void }) {
  return (
    <li class={current ? 'claim current' : 'claim'} data-item="">
      <button type="button" class="link telling" aria-pressed={current} onClick={() => onChoose(claim.id)}>
        {sentence(claim.telling ?? claim.words)}
      </button>
      <p class="meta">
        <StatusBadge status={claim.status} />
        <QuadBadge quadClass={claim.quadClass} code={claim.plover} />
        {claim.time && <span>{days(claim.time.from, claim.time.to)}</span>}
      </p>
      {current && (
        <dl class="facts">
          <Fact name="On the word of" value={claim.attribution.join(', as told by ') || 'the report itself'} />
          <Fact name="Actor" value={claim.actor.map((a) => a.name).join(', ')} />
          <Fact name="Recipient" value={claim.recipient.map((a) => a.name).join(', ')} />
          <Fact name="Place" value={claim.place?.name} />
          <Fact name="Figures" value={claim.counts.join('; ')} />
          <Fact name="Sure" value={`factuality ${claim.factuality} of ±3, read with confidence ${claim.confidence.toFixed(2)}`} />
          <Fact name="Rule" value={claim.rule} />
        </dl>
      )}
      {current && claim.event && (
        <p class="quiet">
          <a href={`/story?event=${encodeURIComponent(claim.event)}&claim=${encodeURIComponent(claim.id)}`}>Its event</a> · <a href={`/review?claim=${encodeURIComponent(claim.id)}`}>Review</a>
        </p>
      )}
    </li>
  )
}

function Fact({ name, value }: { name: string; value: string | null | undefined }) {
  if (!value) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
