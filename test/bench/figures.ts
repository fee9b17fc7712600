/** A limit that a figure shall keep: what it must reach, and the target beyond that, which may be the same. */
export interface Limit {
  readonly most: boolean
  readonly must: number
  readonly goal: number
}

export type Unit = 'ms' | '×' | 'MB' | 'kB' | 'plans/s' | 'frames/s'

export interface Figure {
  readonly part: string
  /** With the part, what a figure of one run is compared with in another by. */
  readonly what: string
  readonly value: number
  readonly unit: Unit
  readonly limit?: Limit
  /** What stands beside the figure, such as the median when it is the p95. */
  readonly detail?: string
}

export interface Run {
  /** In UTC, as in 2027-03-01T09:30:00Z. */
  readonly date: string
  readonly revision: string
  readonly node: string
  readonly machine: string
  /** Of the last minute, before and after. */
  readonly load: readonly [number, number]
  readonly processors: number
  readonly figures: readonly Figure[]
  /** The parts that could not run, and why. */
  readonly missing: readonly { readonly part: string; readonly why: string }[]
}

export function atMost(must: number, goal: number = must): Limit {
  return { most: true, must, goal }
}

export function atLeast(must: number, goal: number = must): Limit {
  return { most: false, must, goal }
}

function keeps(value: number, border: number, { most }: Limit): boolean {
  return most ? value <= border : value >= border
}

function verdict({ value, limit }: Figure): string {
  if (!limit) return ''
  if (keeps(value, limit.goal, limit)) return 'met'
  return keeps(value, limit.must, limit) ? 'must only' : 'missed'
}

/** Three digits that count. */
export function amount(value: number, unit: Unit): string {
  const size = Math.abs(value)
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3
  return `${value.toFixed(digits)} ${unit}`
}

function bound(border: number, { most }: Limit, unit: Unit): string {
  return `${most ? '≤' : '≥'} ${border} ${unit}`
}

const heads = ['figure', 'measured', 'must reach', 'target', '', 'beside it'] as const

function cells(figure: Figure): readonly string[] {
  const { what, value, unit, limit, detail = '' } = figure
  const goal = limit && limit.goal !== limit.must ? bound(limit.goal, limit, unit) : ''
  const borders = [limit ? bound(limit.must, limit, unit) : '', goal]
  return [what, amount(value, unit), ...borders, verdict(figure), detail]
}

/** All figures as one table, with a line over those of each part. */
export function table({ figures }: Run): string {
  return aligned(figures, heads, cells, [1, 2, 3])
}

/** Two runs beside each other; a ratio over 1 is more than before. */
export function comparison(before: Run, after: Run): string {
  const keyOf = ({ part, what }: Figure) => `${part}\n${what}`
  const earlier = new Map(before.figures.map((figure) => [keyOf(figure), figure]))
  const both = after.figures.filter((figure) => earlier.has(keyOf(figure)))
  const row = (figure: Figure) => {
    const was = earlier.get(keyOf(figure)) ?? figure
    const ratio = was.value === 0 ? '' : `${(figure.value / was.value).toFixed(2)} ×`
    return [figure.what, amount(was.value, was.unit), amount(figure.value, figure.unit), ratio, verdict(was), verdict(figure)]
  }
  return aligned(both, ['figure', before.date, after.date, 'ratio', 'before', 'after'], row, [1, 2, 3])
}

function aligned(
  figures: readonly Figure[],
  head: readonly string[],
  row: (figure: Figure) => readonly string[],
  toTheRight: readonly number[],
): string {
  const rows = figures.map((figure) => ({ part: figure.part, texts: row(figure) }))
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map(({ texts }) => texts[column]?.length ?? 0)))
  const line = (texts: readonly string[]) =>
    texts
      .map((text, column) => (toTheRight.includes(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  const lines = [line(head)]
  let part = ''
  for (const one of rows) {
    if (one.part !== part) lines.push('', `${one.part}:`)
    part = one.part
    lines.push(line(one.texts))
  }
  return lines.join('\n')
}

/** The table of docs/performance.md. */
export function markdown(run: Run): string {
  const cell = (text: string) => text.replaceAll('|', '\\|')
  const line = (texts: readonly string[]) => `| ${texts.map(cell).join(' | ')} |`
  const lines = [...about(run), '', line(['part', ...heads]), '|---|---|---:|---:|---:|---|---|']
  for (const figure of run.figures) lines.push(line([figure.part, ...cells(figure)]))
  return lines.join('\n')
}

/** Where and when, how busy the machine was, and what is not in the table. */
export function about({ date, revision, node, machine, load, processors, missing }: Run): readonly string[] {
  const loads = load.map((one) => one.toFixed(1)).join(' before, ')
  const lines = [`${date}, revision ${revision}, Node ${node} on ${processors} × ${machine}; load ${loads} after.`]
  // One process at a time is what the command itself brings.
  if (load[0] > processors / 2) lines.push('', 'The machine was busy with other work: times are longer than they are on a quiet one.')
  for (const { part, why } of missing) lines.push('', `Not measured: ${part}. ${why}`)
  return lines
}
