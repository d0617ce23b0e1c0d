import type { ComponentChildren } from 'preact'
import { SaveTable, Table, type Column } from './table'

interface PictureProps<T> {
  title: string
  /** Name of the files, without ending. */
  name: string
  /** How to save the picture; its label says the format. */
  image?: { format: 'PNG' | 'SVG'; save: () => void }
  columns: Column<T>[]
  rows: T[]
  note?: ComponentChildren
  children: ComponentChildren
}

/** A picture with its table and its downloads: whoever cannot see the one has the other. */
export function Picture<T>({ title, name, image, columns, rows, note, children }: PictureProps<T>) {
  return (
    <figure class="picture">
      <figcaption>
        <h2>{title}</h2>
        <span class="tools">
          {image && (
            <button type="button" class="small" onClick={image.save}>
              {image.format}
              <span class="sr-only"> of {title}</span>
            </button>
          )}
          <SaveTable name={name} of={title} columns={columns} rows={rows} />
        </span>
      </figcaption>
      {children}
      {note && <p class="quiet note">{note}</p>}
      <details class="as-table">
        <summary>As a table ({rows.length} {rows.length === 1 ? 'row' : 'rows'})</summary>
        <Table caption={title} hideCaption columns={columns} rows={rows} />
      </details>
    </figure>
  )
}
