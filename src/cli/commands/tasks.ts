import { spawnSync } from 'node:child_process'
import { t } from '@vscode/l10n'
import type { Level } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { personsOf } from '../../plan/people/people.js'
import { addDays, addMonths, isDate } from '../../plan/quantity/days.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { type AgendaStep, agenda } from '../../plan/schedule/agenda.js'
import { suggestions } from '../../plan/text/distance.js'
import { taskListJson, taskListText } from '../../report/task-list.js'
import { didYouMean } from '../../rules/wording/wording.js'
import { gitGuards, gitProgram } from '../loading/git-program.js'
import { locationOf } from '../loading/judged.js'
import { type LoadedPlan, loadPlans } from '../loading/plans.js'
import { oneOf } from '../terminal/options.js'
import { UsageError } from '../terminal/usage-error.js'

export interface TasksOptions {
  readonly mine?: boolean
  readonly of?: string
  readonly due?: string
  readonly late?: boolean
  readonly blocked?: boolean
  readonly priority?: string
  readonly format: string
  readonly today?: string
}

/** `mops tasks`: what is still to be done, filtered. */
export async function tasks(written: readonly string[], options: TasksOptions): Promise<void> {
  const format = oneOf('--format', options.format, ['text', 'json'])
  const plans = await loadPlans(written, options)
  const priority = options.priority === undefined ? undefined : oneOf('--priority', options.priority, ['high', 'medium', 'low'])
  const names = namesOf(plans, options)
  const lastDay = options.due === undefined ? undefined : dueOption(options.due)
  const lists = plans.map((one) => ({
    ...one,
    steps: agenda(one.plan).filter((step) => isWanted(one.plan, step, { ...options, names, lastDay, priority })),
    locate: ({ step }: AgendaStep) => locationOf(one.checked, step.place),
  }))
  process.stdout.write(format === 'json' ? taskListJson(lists) : taskListText(lists))
}

interface Wanted extends Pick<TasksOptions, 'late' | 'blocked'> {
  readonly names: ReadonlySet<string> | undefined
  readonly priority: Level | undefined
  readonly lastDay: ((today: PlainDate) => PlainDate) | undefined
}

function isWanted(plan: Plan, one: AgendaStep, { names, lastDay, late, blocked, priority }: Wanted): boolean {
  if (names && !namesBehind(plan, one).some((name) => names.has(name))) return false
  if (late && one.daysLate === 0) return false
  if (blocked && !one.isBlocked) return false
  if (priority !== undefined && !(one.step.kind === 'task' && one.step.priority?.level === priority)) return false
  return !lastDay || (one.end !== undefined && one.end <= lastDay(plan.statusDate.date))
}

/** The people who work on a step, and who answers for it where nobody else is named. */
function namesBehind(plan: Plan, { people, accountable }: AgendaStep): readonly string[] {
  return (people.length > 0 ? people : personsOf(plan, accountable)).map((person) => person.name)
}

/** What `--due` means on a day. */
function dueOption(written: string): (today: PlainDate) => PlainDate {
  if (isDate(written)) return () => written
  const [, amount, unit] = /^(\d{1,3})(d|w|mo)$/.exec(written) ?? []
  if (unit === 'mo') return (today) => addMonths(today, Number(amount))
  if (unit !== undefined) return (today) => addDays(today, Number(amount) * (unit === 'w' ? 7 : 1))
  throw new UsageError(t('--due takes a span such as 2w or a date such as 2027-03-31, not `{written}`.', { written }))
}

/** The persons whose tasks are wanted; undefined for everybody's. */
function namesOf(plans: readonly LoadedPlan[], { mine, of }: TasksOptions): ReadonlySet<string> | undefined {
  if (!mine && of === undefined) return undefined
  const all = plans.flatMap(({ plan }) => plan.all('person'))
  if (of !== undefined) {
    const behind = plans.flatMap(({ plan }) => {
      const element = plan.byName(of)
      return element?.kind === 'person' || element?.kind === 'team' || element?.kind === 'role' ? personsOf(plan, element) : []
    })
    const external = plans.some(({ plan }) => plan.find({ name: of }, 'team')?.external)
    if (external && behind.length === 0) return new Set([of])
    if (behind.length > 0) return new Set(behind.map((person) => person.name))
    const near = suggestions(
      of,
      all.map((person) => person.name),
    )
    throw new UsageError(`${t('There is no person, team or role `{name}`.', { name: of })}${didYouMean(near)}`)
  }
  const me = process.env.MOPS_ME ?? gitEmail()
  const found = all.filter((person) => person.name === me || (me !== '' && person.contact?.text.toLowerCase() === me.toLowerCase()))
  if (found.length > 0) return new Set(found.map((person) => person.name))
  throw new UsageError(
    t('No person of the plan has the contact `{me}`. Add it as `contact` of yours, or set MOPS_ME to your name in the plan.', { me }),
  )
}

function gitEmail(): string {
  const { stdout } = spawnSync(gitProgram(), [...gitGuards, 'config', 'user.email'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return stdout?.trim() ?? ''
}
