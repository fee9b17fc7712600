import { t } from '@vscode/l10n'
import { coverage } from '../../plan/coverage/coverage.js'
import type { Communication } from '../../plan/elements/elements.js'
import { byName } from '../../plan/model/name-order.js'
import { levels, rule } from '../engine/rule.js'
import { inTicks } from '../wording/wording.js'

interface Meeting {
  readonly communications: readonly Communication[]
  readonly stakeholders: string[]
}

export const sameDay = rule({
  code: 'communication/same-day',
  levels: levels('-', 'H', 'H'),
  summary: 'A stakeholder gets one message a day.',
  why: 'Of two messages on one day the second is read less, and may contradict the first.',
  fix: 'Join the messages, or send one of them on another day.',
  bad: `communication calendar_news "The new calendar" to marketers expect "Free slots can be seen" on 2027-01-12 via email owner dana`,
  good: `communication calendar_news "The new calendar" to marketers expect "Free slots can be seen" on 2027-01-13 via email owner dana`,
  inBrief: (count) => t('{count} times two messages reach the same people on one day', { count }),
  check(plan, report) {
    const meetings = new Map<string, Meeting>()
    for (const row of coverage(plan).stakeholders.toSorted((a, b) => (a.stakeholder.name < b.stakeholder.name ? -1 : 1))) {
      for (const [date, communications] of byDate(byName(row.communications.map((one) => one.element)))) {
        if (communications.length < 2) continue
        const key = `${date} ${communications.map((one) => one.name).join(' ')}`
        const known = meetings.get(key)
        if (known) known.stakeholders.push(row.stakeholder.name)
        else meetings.set(key, { communications, stakeholders: [row.stakeholder.name] })
      }
    }
    for (const { communications, stakeholders } of meetings.values()) {
      const [first, second] = communications
      if (!first || !second?.on) continue
      report(
        second.on,
        t('{stakeholders} get {messages} on {date}. One message may be read better.', {
          stakeholders: inTicks(stakeholders, 3),
          messages: inTicks(
            communications.map((one) => one.name),
            3,
          ),
          date: second.on.date,
        }),
        {
          about: second,
          other: first.name,
          related: communications
            .filter((one) => one !== second)
            .map((one) => ({ place: one.on?.place ?? one.place, message: t('`{name}` goes out on the same day.', { name: one.name }) })),
        },
      )
    }
  },
})

function byDate(communications: readonly Communication[]): ReadonlyMap<string, readonly Communication[]> {
  const groups = new Map<string, Communication[]>()
  for (const communication of communications) {
    if (!communication.on) continue
    const group = groups.get(communication.on.date)
    if (group) group.push(communication)
    else groups.set(communication.on.date, [communication])
  }
  return groups
}
