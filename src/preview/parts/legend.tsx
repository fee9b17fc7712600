import type { ComponentChildren } from 'preact'

export interface LegendKey {
  readonly sign: ComponentChildren
  readonly text: string
}

/** What the signs of a picture mean; those who listen hear it at the signs themselves. */
export function Legend({ of }: { readonly of: readonly LegendKey[] }) {
  return (
    <ul class="legend" aria-hidden="true">
      {of.map(({ sign, text }) => (
        <li key={text}>
          {sign}
          {text}
        </li>
      ))}
    </ul>
  )
}
