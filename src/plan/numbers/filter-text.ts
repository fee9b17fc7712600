import type { ColumnValue, Filter } from '../elements/elements.js'

/** What a filter says, as it is written: `channel in "email", "web"`. */
export function filterText(filter: Filter): string {
  const { word } = filter.column
  switch (filter.operator) {
    case 'empty':
    case 'not empty':
      return `${word} ${filter.operator}`
    case 'in':
      return `${word} in ${filter.values.map(shown).join(', ')}`
    default:
      return `${word} ${filter.operator} ${shown(filter.value)}`
  }
}

function shown({ text, measurement }: ColumnValue): string {
  return measurement ? text : `"${text}"`
}
