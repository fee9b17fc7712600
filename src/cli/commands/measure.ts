import path from 'node:path'
import { t } from '@vscode/l10n'
import { DataProblem } from '../../data/data-problem.js'
import { type Engine, openFiles } from '../../data/duckdb.js'
import {
  isHeldTo,
  type MeasureResult,
  type MeasureTask,
  type MeasureWish,
  measure as measureAll,
  measureTask,
} from '../../data/measure-plan.js'
import { statementsOf } from '../../data/read-measures.js'
import { insertClause } from '../../language/edits/insert-clause.js'
import type { TextEdit } from '../../language/edits/text-edit.js'
import { applyEdits, editsOfChange } from '../../language/edits/text-edits.js'
import { numbers } from '../../plan/numbers/numbers.js'
import { parsePeriod } from '../../plan/quantity/periods.js'
import type { Window } from '../../plan/quantity/quantity.js'
import { suggestions } from '../../plan/text/distance.js'
import { composed } from '../../plan/text/look-alike.js'
import {
  actualRow,
  type MeasuredEntry,
  type MeasuredList,
  measuredCsv,
  measuredJson,
  measuredMarkdown,
  measuredText,
} from '../../report/measured-list.js'
import { plainText } from '../../report/plain-text.js'
import { didYouMean } from '../../rules/wording/wording.js'
import { type LoadedPlan, loadPlans } from '../loading/plans.js'
import { oneOf } from '../terminal/options.js'
import { withSpinner } from '../terminal/spinner.js'
import { exitCodes } from '../terminal/stop.js'
import { UsageError } from '../terminal/usage-error.js'
import { replaceText } from '../terminal/write-file.js'

export interface MeasureOptions {
  readonly period?: string
  readonly since?: string
  readonly number?: string
  readonly write?: boolean
  readonly all?: boolean
  readonly check?: boolean
  readonly sql?: boolean
  readonly format: string
  readonly today?: string
}

const printers = { text: measuredText, json: measuredJson, csv: measuredCsv, markdown: measuredMarkdown }

/** `mops measure`: what the data say about the numbers of plans; the exit code. */
export async function measure(written: readonly string[], options: MeasureOptions): Promise<number> {
  const format = oneOf('--format', options.format, ['text', 'json', 'csv', 'markdown'])
  if (options.write && options.check) throw new UsageError(t('--write and --check exclude each other: write the values, or compare them.'))
  const plans = await loadPlans(written, options)
  const wish = wishOf(plans, options)
  try {
    const lists: MeasuredList[] = []
    for (const one of plans) {
      const numbersOfPlan = wish.numbers?.filter((name) => numbers(one.plan).get(name) !== undefined)
      const task = measureTask(one.plan, one.checked.root, { ...wish, numbers: numbersOfPlan })
      if (options.sql) {
        if (task.questions.length > 0) await printStatements(task)
      } else {
        const result = await withSpinner(t('Reading the data of {file}', { file: one.file }), () => measured(task))
        lists.push({ ...one, ...result, values: result.values.filter(({ written: row }) => !options.check || row !== undefined) })
      }
    }
    if (options.sql) return exitCodes.clean
    process.stdout.write(printers[format](lists))
    if (options.write)
      for (const [index, list] of lists.entries()) writeRows(plans[index], list, options.all === true || options.number !== undefined)
    return options.check && lists.some(({ values }) => values.some(({ differs }) => differs)) ? exitCodes.findings : exitCodes.clean
  } catch (error) {
    throw error instanceof DataProblem ? new UsageError(error.message) : error
  }
}

/** A plan without data needs no engine. */
async function measured(task: MeasureTask): Promise<MeasureResult> {
  if (task.questions.length === 0) return { values: [], leftOut: task.leftOut }
  return withEngine(task, (engine) => measureAll(engine, task))
}

async function withEngine<T>(task: MeasureTask, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openFiles(task.questions.flatMap(({ files }) => files))
  try {
    return await work(engine)
  } finally {
    engine.close()
  }
}

async function printStatements(task: MeasureTask): Promise<void> {
  const statements = await withEngine(task, async (engine) => {
    const found = []
    for (const question of task.questions) found.push(...(await statementsOf(engine, question)))
    return found
  })
  process.stdout.write(statements.map((one) => `${one};\n`).join('\n'))
}

/** Adds what the plan does not say yet: rows in the `actuals` of a number, else new ones behind it. */
function writeRows(one: LoadedPlan | undefined, { values, plan }: MeasuredList, isEvery: boolean): void {
  if (!one) return
  const missing = values.filter((entry) => entry.measured && !entry.written && (isEvery || isHeldTo(plan, entry.name)))
  const edits = [...new Set(missing.map(({ name }) => name))].flatMap((name) =>
    rowEdits(
      one,
      name,
      missing.filter((entry) => entry.name === name),
    ),
  )
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const disk = one.checked.onDisk(file)
    if (!disk) throw new UsageError(t('What comes from standard input cannot be changed.'))
    const { text } = applyEdits(
      disk.text,
      edits.filter((edit) => edit.file === file),
    )
    replaceText(path.join(one.checked.root, file), one.checked.label(file), disk, text)
    process.stdout.write(`${t('Written to {file}.', { file: plainText(one.checked.label(file)) })}\n`)
  }
}

function rowEdits({ plan, checked }: LoadedPlan, name: string, entries: readonly MeasuredEntry[]): readonly TextEdit[] {
  const rows = entries.flatMap((entry) => actualRow(plan, entry) ?? [])
  const known = plan.all('actuals').findLast(({ of }) => of?.name === name)
  if (known) {
    const source = checked.text(known.extent.file)
    return source === undefined ? [] : rows.map((row) => insertClause(source, known.extent, row))
  }
  const element = numbers(plan).get(name)?.element
  if (!element) return []
  const text = `actuals ${name} {\n${rows.map((row) => `  ${row}\n`).join('')}}`
  return editsOfChange({ type: 'insert-element', after: element.extent, text }, { text: (file) => checked.text(file), plan })
}

function wishOf(plans: readonly LoadedPlan[], { period, since, number }: MeasureOptions): MeasureWish {
  const first = since === undefined ? undefined : spanOption('--since', since).start
  return {
    period: period === undefined ? undefined : spanOption('--period', period),
    since: first,
    numbers: number === undefined ? undefined : [numberNamed(plans, composed(number))],
  }
}

function spanOption(option: string, written: string): Window {
  const parsed = parsePeriod(written)
  if (parsed.ok) return parsed
  throw new UsageError(t('{option} takes a period such as 2027-03, 2027-Q1, 2027-W07 or 2027-03-31, not `{written}`.', { option, written }))
}

function numberNamed(plans: readonly LoadedPlan[], name: string): string {
  if (plans.some(({ plan }) => numbers(plan).get(name) !== undefined)) return name
  const all = plans.flatMap(({ plan }) => numbers(plan).all.map((one) => one.name))
  throw new UsageError(`${t('There is no measure or metric `{name}`.', { name })}${didYouMean(suggestions(name, all))}`)
}
