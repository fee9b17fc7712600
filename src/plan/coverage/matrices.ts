import type { PlanElement } from '../elements/elements.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { coverage, type Evidence, type StakeholderCoverage } from './coverage.js'

/** One true cell: the elements that make it true, each with the place that says so. */
export interface Cell {
  readonly because: readonly Evidence<PlanElement>[]
  /** For communications: how many expectations it raises and how many questions it asks. */
  readonly expects: number
  readonly asks: number
}

/** Stakeholders against one kind of element. */
export interface Matrix {
  /** The names of all elements of the kind, in order of the plan; cancelled tasks and dropped goals keep their column, empty. */
  readonly columns: readonly string[]
  /** Stakeholder name → column name → cell; only true cells are held. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, Cell>>
}

export type MatrixKind = 'goal' | 'number' | 'task' | 'communication' | 'sla' | 'report'

/** The six coverage matrices. */
export interface CoverageMatrices {
  /** The names of the stakeholders, those that are only monitored last. */
  readonly rows: readonly string[]
  readonly of: Readonly<Record<MatrixKind, Matrix>>
}

/** The six matrices of a plan; computed once. */
export const coverageMatrices = once((plan: Plan): CoverageMatrices => {
  const rows = coverage(plan).stakeholders
  const names = (kind: 'goal' | 'task' | 'communication' | 'sla' | 'report' | 'measure' | 'metric') => plan.all(kind).map((one) => one.name)
  const matrix = (
    columns: readonly string[],
    evidence: (row: StakeholderCoverage) => Iterable<readonly [string, Evidence<PlanElement>]>,
  ): Matrix => ({
    columns,
    cells: new Map(rows.map((row) => [row.stakeholder.name, cellsOf(evidence(row))])),
  })
  return {
    rows: rows.map((row) => row.stakeholder.name),
    of: {
      goal: matrix(names('goal'), (row) => byOwnName(row.goals)),
      number: matrix([...names('metric'), ...names('measure')], (row) => numbersOf(plan, row)),
      task: matrix(names('task'), (row) => byOwnName([...row.affectedBy, ...row.takesPartIn])),
      communication: matrix(names('communication'), (row) => byOwnName(row.communications)),
      sla: matrix(names('sla'), (row) => byOwnName(row.slas)),
      report: matrix(names('report'), (row) => byOwnName(row.reports)),
    },
  }
})

function byOwnName(list: readonly Evidence<PlanElement>[]): readonly (readonly [string, Evidence<PlanElement>])[] {
  return list.map((one) => [one.element.name, one] as const)
}

function* numbersOf(plan: Plan, row: StakeholderCoverage): Iterable<readonly [string, Evidence<PlanElement>]> {
  for (const { element } of row.goals) {
    for (const aim of element.aims) if (plan.isKnown(aim.number)) yield [aim.number.name, { element, place: aim.number.place }]
  }
  for (const { element } of row.reports) {
    for (const ref of element.shows) if (plan.isKnown(ref)) yield [ref.name, { element, place: ref.place }]
  }
}

function cellsOf(evidence: Iterable<readonly [string, Evidence<PlanElement>]>): ReadonlyMap<string, Cell> {
  const found = new Map<string, Evidence<PlanElement>[]>()
  for (const [column, one] of evidence) {
    const list = found.get(column)
    if (list) list.push(one)
    else found.set(column, [one])
  }
  return new Map([...found].map(([column, because]) => [column, cell(because)]))
}

function cell(because: readonly Evidence<PlanElement>[]): Cell {
  const communications = because.flatMap(({ element }) => (element.kind === 'communication' ? [element] : []))
  return {
    because,
    expects: communications.reduce((count, one) => count + one.expects.length, 0),
    asks: communications.reduce((count, one) => count + one.asks.length, 0),
  }
}
