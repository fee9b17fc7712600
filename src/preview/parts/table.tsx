interface HeadProps {
  readonly of: readonly string[]
  /** So many of the last columns hold numbers, and stand at the right. */
  readonly numbers?: number
}

/** The names of the columns of a table. */
export function Head({ of, numbers = 0 }: HeadProps) {
  return (
    <thead>
      <tr>
        {of.map((name, index) => (
          <th key={name} scope="col" class={index >= of.length - numbers ? 'right' : undefined}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}
