import { coverage } from '../../plan/coverage/coverage.js'
import { type Cell, coverageMatrices, type Matrix, type MatrixKind } from '../../plan/coverage/matrices.js'
import { coverageTally } from '../../plan/coverage/tally.js'
import { treatmentOf } from '../../plan/coverage/treatment.js'
import type { Plan } from '../../plan/model/plan.js'
import { given } from './plain-values.js'
import type { ExportedPlan } from './plan-schema.js'

type Exported = ExportedPlan['coverage']

/** The stakeholder matrices, how each stakeholder is treated, and the tally of what is covered. */
export function exportedCoverage(plan: Plan): Exported {
  const { rows, of } = coverageMatrices(plan)
  const matrix = (kind: MatrixKind) => exportedMatrix(of[kind])
  return {
    stakeholders: rows.flatMap((name) => {
      const row = coverage(plan).of(name)
      if (!row) return []
      const treatment = treatmentOf(plan, row)
      return {
        name,
        isMonitored: row.isExempt,
        isAffected: row.isAffected,
        ...given({ treatment: treatment && { treatment: treatment.treatment, gaps: [...treatment.gaps] } }),
      }
    }),
    matrices: {
      goal: matrix('goal'),
      number: matrix('number'),
      task: matrix('task'),
      communication: matrix('communication'),
      sla: matrix('sla'),
      report: matrix('report'),
    },
    tally: coverageTally(plan).map(({ kind, need, covered, needed, missing }) => ({ kind, need, covered, needed, missing: [...missing] })),
  }
}

function exportedMatrix({ columns, cells }: Matrix): Exported['matrices']['goal'] {
  return {
    columns: [...columns],
    cells: [...cells].flatMap(([stakeholder, row]) => [...row].map(([column, cell]) => exportedCell(stakeholder, column, cell))),
  }
}

function exportedCell(
  stakeholder: string,
  column: string,
  { because, expects, asks }: Cell,
): Exported['matrices']['goal']['cells'][number] {
  return { stakeholder, column, because: because.map(({ element }) => element.name), expects, asks }
}
