import type { Plan } from '../model/plan.js'
import { compare } from '../quantity/exact.js'
import { isWithin, monthly, quarterly } from './contact-interval.js'
import { type Coverage, coverage, type StakeholderCoverage } from './coverage.js'

/** The four fields of the power and interest grid (after Mendelow). */
export type Treatment = 'manage closely' | 'keep satisfied' | 'keep informed' | 'monitor'

/** What a treatment asks for and the plan does not give; `too often`: weekly contact with people who neither decide nor ask. */
export type TreatmentGap = 'contact' | 'goal' | 'part' | 'expectation' | 'too often'

export interface StakeholderTreatment {
  readonly treatment: Treatment
  /** None: the treatment is kept, as far as the text tells. */
  readonly gaps: readonly TreatmentGap[]
}

/** How a stakeholder is to be treated and whether the plan does so; undefined without power or interest. Levels below `high` count as low. */
export function treatmentOf(plan: Plan, row: StakeholderCoverage): StakeholderTreatment | undefined {
  const { power, interest } = row.stakeholder
  if (!power || !interest) return undefined
  const all = coverage(plan)
  const gapsOf: Record<Treatment, () => readonly TreatmentGap[]> = {
    'manage closely': () => managingGaps(all, row),
    'keep satisfied': () => [
      ...(isHeardWithin(all, row, quarterly) ? [] : (['contact'] as const)),
      ...(!all.isTellingCertain || hasExpectation(row) ? [] : (['expectation'] as const)),
    ],
    'keep informed': () => (isHeardWithin(all, row, monthly) || row.reports.length > 0 ? [] : ['contact']),
    monitor: () => (isWeekly(row) ? ['too often'] : []),
  }
  const treatment = treatmentFor(power.level === 'high', interest.level === 'high')
  return { treatment, gaps: row.isExempt ? [] : gapsOf[treatment]() }
}

function treatmentFor(isPowerful: boolean, isInterested: boolean): Treatment {
  if (isPowerful) return isInterested ? 'manage closely' : 'keep satisfied'
  return isInterested ? 'keep informed' : 'monitor'
}

function managingGaps(all: Coverage, row: StakeholderCoverage): readonly TreatmentGap[] {
  const gaps: TreatmentGap[] = []
  if (!isHeardWithin(all, row, monthly)) gaps.push('contact')
  if (all.isServiceCertain && row.goals.length === 0) gaps.push('goal')
  if (all.uncertainTasks.size === 0 && row.worksOrAdvisesOn.length === 0) gaps.push('part')
  return gaps
}

function isHeardWithin(all: Coverage, row: StakeholderCoverage, days: string): boolean {
  return !all.isTellingCertain || !all.isReportingCertain || isWithin(row.contactInterval, days)
}

function hasExpectation(row: StakeholderCoverage): boolean {
  return row.communications.some((one) => one.element.expects.some((text) => text.text.trim() !== ''))
}

function isWeekly(row: StakeholderCoverage): boolean {
  const interval = row.contactInterval
  return interval !== undefined && interval !== 'unknown' && compare(interval, '7') <= 0
}
