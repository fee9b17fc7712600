import type { PlanElement } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import type { Place } from '../../plan/text/place.js'
import { jsonText } from '../json-text.js'
import type { Location } from '../result.js'
import { exportedCoverage } from './coverage-export.js'
import {
  exportedGoals,
  exportedJudgement,
  exportedLoad,
  exportedMoney,
  exportedNumbers,
  exportedSchedule,
  exportedTrace,
} from './derived.js'
import { plainElement } from './plain-element.js'
import type { ExportedPlan } from './plan-schema.js'

/** Elements that are written inside another one are exported there. */
const nested: ReadonlySet<PlanElement['kind']> = new Set(['line', 'stage', 'send'])

/** A plan with everything that is derived from it, after `schemas/plan.schema.json`. */
export function planJson(plan: Plan, locationOf: (place: Place) => Location): string {
  const rootFile = locationOf({ file: plan.root, start: 0, end: 0 }).file
  const exported: ExportedPlan = {
    version: 1,
    file: rootFile,
    kind: plan.isLibrary ? 'library' : 'plan',
    stage: plan.stage,
    statusDate: plan.statusDate,
    calendar: {
      workdays: [...plan.calendar.workdays],
      hoursPerDay: plan.calendar.hoursPerDay,
      holidays: plan.strategy?.holidays.map(({ start, end }) => ({ start, end })) ?? [],
    },
    files: plan.files.map(({ path }) => locationOf({ file: path, start: 0, end: 0 }).file),
    // Elements are turned into plain data by their shape; a test holds the result against the schema.
    elements: plan.elements
      .filter((element) => !nested.has(element.kind))
      .map((element) => plainElement(element, locationOf)) as unknown as ExportedPlan['elements'],
    numbers: exportedNumbers(plan),
    goals: exportedGoals(plan),
    schedule: exportedSchedule(plan),
    load: exportedLoad(plan),
    coverage: exportedCoverage(plan),
    judgement: exportedJudgement(plan),
    money: exportedMoney(plan),
    trace: exportedTrace(plan),
  }
  return jsonText(exported)
}
