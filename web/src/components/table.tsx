import type { ComponentChildren } from 'preact'
import { csv, save, type Cell } from './download'

export interface Column<T> {
  head: string
  /** The value as it goes into a file, and onto the page where there is no `show`. */
  value: (row: T) => Cell
  show?: (row: T) => ComponentChildren
  numeric?: boolean
}

interface TableProps<T> {
  caption: string
  columns: Column<T>[]
  rows: T[]
  hideCaption?: boolean
}

export function Table<T>({ caption, columns, rows, hideCaption }: TableProps<T>) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption class={hideCaption ? 'sr-only' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.head} scope="col" class={column.numeric ? 'numeric' : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {columns.map((column) => (
                <td key={column.head} class={column.numeric ? 'numeric' : undefined}>
                  {column.show ? column.show(row) : column.value(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface SaveTableProps<T> {
  /** Name of the file, without ending. */
  name: string
  /** What it is a table of, for those who hear the button. */
  of: string
  columns: Column<T>[]
  rows: T[]
}

/** Saves the rows as CSV. */
export function SaveTable<T>({ name, of, columns, rows }: SaveTableProps<T>) {
  return (
    <button type="button" class="small" onClick={() => save(`${name}.csv`, csv([columns.map((c) => c.head), ...rows.map((row) => columns.map((c) => c.value(row)))]))}>
      CSV<span class="sr-only"> of {of}</span>
    </button>
  )
}
