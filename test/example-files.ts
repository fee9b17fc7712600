import { readdirSync, readFileSync } from 'node:fs'
import { createReadingServices } from '../src/language/parse/module.js'
import { columnsOf, isTable } from '../src/language/workspace/data-columns.js'
import { type JudgedPlan, type JudgeSettings, Workspace } from '../src/language/workspace/workspace.js'
import type { Finding } from '../src/plan/elements/finding.js'
import type { DataFiles } from '../src/plan/elements/source.js'
import { Lines } from '../src/report/lines.js'

export const services = createReadingServices()
const folder = new URL('../examples/', import.meta.url)
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'))

export const smallPlan = 'email-churn-q1.mops'
export const standingPlan = 'marketing-sales-sla.mops'
export const launchPlan = 'product-launch.mops'
export const midPlan = 'one-automation-tool/plan.mops'

/** The texts of all example files, by their path in `examples/`. */
export const texts: ReadonlyMap<string, string> = new Map(
  names.filter((name) => name.endsWith('.mops')).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
)

/** The files with a strategy. */
export const plans: readonly string[] = [...texts]
  .filter(([, text]) => /^strategy /m.test(text))
  .map(([name]) => name)
  .sort()

const data: DataFiles = new Map(
  names.filter(isTable).map((name) => [name, { columns: columnsOf(name, readFileSync(new URL(name, folder), 'utf8')) ?? [] }]),
)

export function textOf(name: string): string {
  const text = texts.get(name)
  if (text === undefined) throw new Error(`There is no example ${name}.`)
  return text
}

export type Settings = Partial<Pick<JudgeSettings, 'today' | 'stage'>>

/** Judges an example plan; `changed` are other texts for some of its files. */
export function judgePlan(
  root: string,
  settings: Settings = {},
  changed: Readonly<Record<string, string>> = {},
): JudgedPlan & { readonly text: (file: string) => string } {
  const workspace = new Workspace()
  for (const [name, text] of texts) workspace.setText(name, changed[name] ?? text)
  for (const [name, text] of Object.entries(changed)) if (!texts.has(name)) workspace.setText(name, text)
  const judged = workspace.judgeRoot(root, { clock: '2027-02-12', data, ...settings })
  if (!judged) throw new Error(`There is no plan ${root}.`)
  return { ...judged, text: (file) => workspace.text(file) ?? '' }
}

/** One line a finding: severity, code, place and message. */
export function lines({ findings, text }: { readonly findings: readonly Finding[]; readonly text: (file: string) => string }): string[] {
  return findings.map(({ severity, code, place, message }) => {
    const { line, column } = new Lines(text(place.file)).at(place.start)
    return `${severity} ${code} ${place.file}:${line}:${column} ${message}`
  })
}

/** Errors and warnings only. */
export function serious(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning')
}
