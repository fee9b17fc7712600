import { t } from '@vscode/l10n'
import type { ActualRow, Actuals, PlanElement } from '../../plan/elements/elements.js'
import { parsePeriod } from '../../plan/quantity/periods.js'
import { editsOfChange } from '../edits/text-edits.js'
import { appended } from './append-element.js'
import { type Draft, type IntentContext, noDraft, type Refused } from './intent.js'
import { covers } from './target.js'

/** Records a measured value: writes over that of the same period, else adds a row by its period, else a block beside the others. */
export function actualDraft(number: PlanElement, value: string | undefined, context: IntentContext): Draft | Refused {
  const { plan } = context
  if (number.kind !== 'measure' && number.kind !== 'metric')
    return { refused: t('`{name}` is no number: only measures and metrics have measured values.', { name: number.name }) }
  const [, period = '', amount = ''] = /^(\S+)\s+(\S.*)$/s.exec(value ?? '') ?? []
  if (amount === '') return { refused: t('A value needs its period and its amount, such as `2027-02 0.7%`.') }
  const parsed = parsePeriod(period)
  if (!parsed.ok) return { refused: t('`{period}` is no period: {reason}.', { period, reason: parsed.reason }) }
  const blocks = plan.all('actuals').filter((one) => one.of?.name === number.name)
  for (const block of blocks) {
    const same = block.rows.find((row) => row.period.start === parsed.start && row.period.end === parsed.end)
    const old = same && clauseOfRow(block, same)
    if (old)
      return {
        ...noDraft,
        edits: [{ file: old.file, start: old.start, end: old.end, text: `${period} ${amount}` }],
        clauses: [{ element: block, come: ['row'], go: ['row'] }],
      }
  }
  const block = blocks.at(-1)
  if (block) return newRow(block, { period, amount, start: parsed.start }, context)
  return {
    ...noDraft,
    edits: appended('actuals', `actuals ${number.name} {\n  ${period} ${amount}\n}`, number, context),
    added: ['actuals'],
  }
}

interface Recorded {
  readonly period: string
  readonly amount: string
  readonly start: string
}

/** Behind the last row of an earlier period; where there is none, in front of all. */
function newRow(block: Actuals, { period, amount, start }: Recorded, context: IntentContext): Draft {
  const { file } = block.extent
  const source = context.text(file) ?? ''
  const text = `${period} ${amount}`
  const earlier = block.rows.filter((row) => row.period.start < start)
  const anchor = earlier.reduce<ActualRow | undefined>(
    (last, row) => (last && last.period.start > row.period.start ? last : row),
    undefined,
  )
  const clauses = [{ element: block, come: ['row'], go: [] }]
  const behind = anchor && clauseOfRow(block, anchor)
  const [first] = block.rows
  const front = first && clauseOfRow(block, first)
  const place = behind ?? front
  if (!place)
    return {
      ...noDraft,
      edits: editsOfChange({ type: 'insert-clause', into: block.extent, text }, { text: context.text, plan: context.plan }),
      clauses,
    }
  const lineStart = source.lastIndexOf('\n', place.start - 1) + 1
  const indentation = source.slice(lineStart, place.start)
  const gap = indentation.trim() === '' ? `${source.includes('\r\n') ? '\r\n' : '\n'}${indentation}` : '  '
  if (!behind) return { ...noDraft, edits: [{ file, start: place.start, end: place.start, text: text + gap }], clauses }
  const lineEnd = source.indexOf('\n', place.end) < 0 ? source.length : source.indexOf('\n', place.end)
  const rest = source.slice(place.end, lineEnd).trimEnd()
  const at = place.end + (rest.trimStart().startsWith('//') && gap !== '  ' ? rest.length : 0)
  return { ...noDraft, edits: [{ file, start: at, end: at, text: gap + text }], clauses }
}

function clauseOfRow(block: Actuals, row: ActualRow) {
  return block.clauses.find(({ keyword, place }) => keyword === 'row' && (covers(place, row.place) || covers(row.place, place)))?.place
}
