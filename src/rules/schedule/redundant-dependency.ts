import { t } from '@vscode/l10n'
import type { GivenClause } from '../../plan/elements/elements.js'
import type { Change, Fix } from '../../plan/elements/finding.js'
import { clausesOf } from '../../plan/model/given-clauses.js'
import { type RedundantWait, redundantWaits } from '../../plan/schedule/redundant-waits.js'
import { type Place, stretch } from '../../plan/text/place.js'
import { levels, rule } from '../engine/rule.js'
import { inTicks } from '../wording/wording.js'
import { dropAfter } from './schedule.js'

export const redundantDependency = rule({
  code: 'schedule/redundant-dependency',
  levels: levels('I', 'I', 'I'),
  inLibraries: true,
  summary: 'No task waits for something that it waits for already.',
  why: 'A superfluous line hides which dependency really counts.',
  fix: 'Drop the superfluous name.',
  bad: '[ ] milestone format_live "New format live" for keepable_mail due 2027-03-08 after build_format, audit_workflows',
  good: '[ ] milestone format_live "New format live" for keepable_mail due 2027-03-08 after build_format',
  check(plan, report) {
    for (const waits of byClause(redundantWaits(plan))) {
      const [first] = waits
      if (!first) continue
      const { step, ref } = first
      const several = waits.length > 1
      report(ref, several ? saidOfSeveral(waits) : said(first), {
        about: step,
        other: ref.name,
        fixes: several ? dropSeveral(waits) : dropAfter(step, ref, true),
        tags: ['unnecessary'],
        ...(several && { related: waits.slice(1, mostShown).map((wait) => ({ place: wait.ref.place, message: said(wait) })) }),
      })
    }
  },
})

/** More places than anybody looks at one by one. */
const mostShown = 20

function said({ step, ref, by }: RedundantWait): string {
  const words = { step: step.name, before: ref.name, by: by?.name ?? '' }
  return by
    ? t('`{step}` waits for `{before}` already by way of `{by}`. One line is enough.', words)
    : t('`{step}` waits for `{before}` twice. Once is enough.', words)
}

function saidOfSeveral(waits: readonly RedundantWait[]): string {
  const names = inTicks([...new Set(waits.map(({ ref }) => ref.name))], 5)
  const words = { step: waits[0]?.step.name ?? '', names }
  return waits.every(({ by }) => by === undefined)
    ? t('`{step}` waits for {names} more than once. Once is enough.', words)
    : t('`{step}` waits for {names} already by way of the other names. Those are enough.', words)
}

/** What one `after` clause says too much, clause by clause, so that a long list is told once. */
function byClause(waits: readonly RedundantWait[]): readonly (readonly RedundantWait[])[] {
  const groups: RedundantWait[][] = []
  let clause: GivenClause | undefined
  for (const wait of waits) {
    const last = groups.at(-1)
    if (last && clause && last[0]?.step === wait.step && holds(clause.place, wait.ref.place)) last.push(wait)
    else {
      clause = clauseOf(wait)
      groups.push([wait])
    }
  }
  return groups
}

function clauseOf({ step, ref }: RedundantWait): GivenClause | undefined {
  return clausesOf(step, 'after').find(({ place }) => holds(place, ref.place))
}

function holds(outer: Place, inner: Place): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Takes the names out of their clause with the commas that separate them from those that stay. */
function dropSeveral(waits: readonly RedundantWait[]): readonly Fix[] {
  const [first] = waits
  const clause = first && clauseOf(first)
  if (!first || !clause) return []
  const dropped = new Set(waits.map(({ ref }) => ref))
  const refs = first.step.after.filter((ref) => holds(clause.place, ref.place))
  const lastKept = refs.findLastIndex((ref) => !dropped.has(ref))
  const changes: Change[] = []
  for (const [index, ref] of refs.entries()) {
    const next = refs[index + 1]
    if (index < lastKept && next && dropped.has(ref))
      changes.push({ type: 'replace', place: stretch([ref.place, 'start'], [next.place, 'start']), text: '' })
  }
  const [kept, last] = [refs[lastKept], refs.at(-1)]
  if (kept && last && kept !== last) changes.push({ type: 'replace', place: stretch([kept.place, 'end'], [last.place, 'end']), text: '' })
  return kept ? [{ title: t('Drop the {count} superfluous names', { count: dropped.size }), changes, isSafe: true }] : []
}
