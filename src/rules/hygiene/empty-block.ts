import { t } from '@vscode/l10n'
import type { PlanElement } from '../../plan/elements/elements.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import type { Plan } from '../../plan/model/plan.js'
import { levels, rule } from '../engine/rule.js'
import { removeAt } from '../fixes/fixes.js'

export const emptyBlock = rule({
  code: 'hygiene/empty-block',
  levels: levels('-', 'I', 'I'),
  inLibraries: true,
  summary: 'Phases, teams, actuals and journeys hold something.',
  why: 'An empty block looks like a part of the plan and is none.',
  fix: 'Fill it, or remove it.',
  bad: 'phase build "Build"',
  good: `phase build "Build" {
  [ ] milestone format_live "New format live" due 2027-03-08 after build_format
}`,
  check(plan, report) {
    for (const { element, message } of emptyBlocks(plan)) {
      if (isBroken(plan, element)) continue
      report(element, message, { fixes: [removeAt(element.extent, t('Remove the empty block'))] })
    }
  },
})

function emptyBlocks(plan: Plan): readonly { readonly element: PlanElement; readonly message: string }[] {
  const belonging = new Set(plan.all('person').flatMap((person) => person.belongsTo.map((group) => group.name)))
  const phases = plan.all('phase').filter((phase) => phase.steps.length === 0)
  const teams = plan
    .all('team')
    .filter((team) => !isGiven(team, 'members') && !isGiven(team, 'external') && !isGiven(team, 'works') && !belonging.has(team.name))
  const actuals = plan.all('actuals').filter((block) => block.rows.length === 0)
  const journeys = plan.all('journey').filter((journey) => journey.stages.length === 0)
  return [
    ...phases.map((element) => ({
      element,
      message: t('The phase `{name}` holds no task. Fill it, or remove it.', { name: element.name }),
    })),
    ...teams.map((element) => ({
      element,
      message: t('The team `{name}` has no members. Fill it, or remove it.', { name: element.name }),
    })),
    ...actuals.map((element) => ({
      element,
      message: t('The actuals of `{name}` hold no value. Fill them, or remove them.', { name: element.of?.name ?? '' }),
    })),
    ...journeys.map((element) => ({
      element,
      message: t('The journey `{name}` has no stages. Fill it, or remove it.', { name: element.name }),
    })),
  ]
}

/** Something in the block could not be read, so it is not known to be empty. */
function isBroken(plan: Plan, { extent }: PlanElement): boolean {
  return plan.faults.some(({ place }) => place.file === extent.file && place.start >= extent.start && place.end <= extent.end)
}
