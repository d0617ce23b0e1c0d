import { endpoint } from '../api/client'
import { useApi } from '../api/use'
import { Answered } from '../components/states'
import { Table } from '../components/table'
import { Title } from '../components/title'

interface Schema {
  type?: string | string[]
  $ref?: string
  enum?: string[]
  items?: Schema
  format?: string
}

interface Parameter {
  name: string
  in: string
  description?: string
  required?: boolean
  schema?: Schema
}

interface Operation {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema?: Schema }> }
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: Schema }> }>
}

interface OpenApi {
  info: { title: string; version: string; description?: string }
  paths: Record<string, Record<string, Operation>>
}

interface Listed {
  method: string
  path: string
  operation: Operation
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

/** What the HTTP API offers, as it describes itself. */
export function ApiPage() {
  const answer = useApi<OpenApi>(endpoint('/openapi.json'))
  return (
    <>
      <Title title="HTTP API" lead={<>Everything on these pages comes from it. Its description, for programs: <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.</>} />
      <Answered answer={answer} what="the description">
        {(api) => {
          const all = Object.entries(api.paths).flatMap(([path, item]) => methods.filter((method) => item[method]).map((method): Listed => ({ method, path, operation: item[method]! })))
          return (
            <>
              {[...Map.groupBy(all, ({ operation }) => operation.tags?.[0] ?? 'Other')].map(([tag, listed]) => (
                <section key={tag} class="panel">
                  <h2>{tag}</h2>
                  {listed.map((one) => (
                    <Described key={one.method + one.path} {...one} />
                  ))}
                </section>
              ))}
            </>
          )
        }}
      </Answered>
    </>
  )
}

function Described({ method, path, operation }: Listed) {
  const parameters = operation.parameters ?? []
  const bodies = Object.keys(operation.requestBody?.content ?? {})
  return (
    <details class="operation">
      <summary>
        <code>
          <strong>{method.toUpperCase()}</strong> {path}
        </code>{' '}
        <span class="quiet">{operation.summary ?? operation.description}</span>
      </summary>
      {bodies.length > 0 && <p>Takes {bodies.join(', ')}.</p>}
      {parameters.length > 0 && (
        <Table
          caption={`Parameters of ${method.toUpperCase()} ${path}`}
          hideCaption
          columns={[
            { head: 'Name', value: (p: Parameter) => p.name, show: (p) => <code>{p.name}</code> },
            { head: 'In', value: (p) => (p.required ? `${p.in}, needed` : p.in) },
            { head: 'Kind', value: (p) => kind(p.schema) },
            { head: 'What', value: (p) => p.description },
          ]}
          rows={parameters}
        />
      )}
      <p class="quiet">
        Answers{' '}
        {Object.entries(operation.responses ?? {})
          .map(([status, response]) => [status, kind(Object.values(response.content ?? {})[0]?.schema)].filter(Boolean).join(' '))
          .join(', ')}
      </p>
    </details>
  )
}

function kind(schema: Schema | undefined): string {
  if (!schema) return ''
  if (schema.$ref) return schema.$ref.split('/').at(-1)!
  if (schema.enum) return schema.enum.join(' | ')
  const type = [schema.type ?? ''].flat().join(' or ')
  return schema.items ? `list of ${kind(schema.items)}` : [type, schema.format].filter(Boolean).join(', ')
}
