import { t } from '@vscode/l10n'
import { coverage, type StakeholderCoverage } from '../../plan/coverage/coverage.js'
import { type Cell, coverageMatrices } from '../../plan/coverage/matrices.js'
import { treatmentOf } from '../../plan/coverage/treatment.js'
import type { Plan } from '../../plan/model/plan.js'
import type { MatrixKind, MatrixView, StakeholderView } from '../model.js'
import type { Naming } from './naming.js'

/** The stakeholders, those that are only monitored last. */
export function stakeholderViews(plan: Plan, naming: Naming): readonly StakeholderView[] {
  return coverage(plan).stakeholders.map((row) => {
    const { stakeholder } = row
    const treatment = treatmentOf(plan, row)
    return {
      ...naming.label(stakeholder),
      kind: stakeholder.is?.word,
      needs: stakeholder.needs?.text,
      power: stakeholder.power?.level,
      interest: stakeholder.interest?.level,
      attitude: stakeholder.attitude && { from: stakeholder.attitude.from, to: stakeholder.attitude.to },
      contacts: naming.answerers(stakeholder.contacts),
      isMonitored: row.isExempt,
      isAffected: row.isAffected,
      treatment: treatment?.treatment,
      gaps: treatment?.gaps ?? [],
    }
  })
}

const kinds: readonly MatrixKind[] = ['goal', 'number', 'task', 'communication', 'sla', 'report']

/** The six coverage matrices; columns that concern nobody are kept where they are an omission (goals, communications, reports). */
export function matrixViews(plan: Plan, naming: Naming): readonly MatrixView[] {
  const { rows, of } = coverageMatrices(plan)
  return kinds.map((kind) => {
    const { cells, columns: all } = of[kind]
    const used = new Set([...cells.values()].flatMap((row) => [...row.keys()]))
    const columns = kind === 'number' || kind === 'task' ? all.filter((name) => used.has(name)) : all
    const position = new Map(columns.map((name, index) => [name, index]))
    return {
      kind,
      columns: columns.flatMap((name) => {
        const element = plan.byName(name)
        return element ? naming.label(element) : []
      }),
      rows: rows.map((stakeholder) => {
        const row = [...(cells.get(stakeholder) ?? [])]
        const held = coverage(plan).of(stakeholder)
        return {
          stakeholder,
          isGap: held !== undefined && row.length === 0 && isOwed(kind, held),
          cells: row.flatMap(([name, cell]) => {
            const column = position.get(name)
            return column === undefined ? [] : { column, why: whyText(kind, cell) }
          }),
        }
      }),
    }
  })
}

/** Everybody who is not only monitored is owed a goal; who is affected also a communication. */
function isOwed(kind: MatrixKind, row: StakeholderCoverage): boolean {
  if (row.isExempt) return false
  return kind === 'goal' || (kind === 'communication' && row.isAffected)
}

function whyText(kind: MatrixKind, { because, expects, asks }: Cell): string {
  const names = [...new Set(because.map(({ element }) => element.title?.text || element.name))].join(', ')
  return kind === 'communication' ? t('{names}: {expects} expectations, {asks} asks', { names, expects, asks }) : names
}
