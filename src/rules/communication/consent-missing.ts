import { t } from '@vscode/l10n'
import { consentOf } from '../../plan/coverage/consent.js'
import type { Segment } from '../../plan/elements/elements.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

export const consentMissing = rule({
  code: 'communication/consent-missing',
  levels: levels('-', 'I', 'I'),
  summary: 'A segment that gets messages says how its people agreed to them.',
  why: 'Who has not agreed must not be written to in most countries, and the proof is asked for when it is too late.',
  fix: 'Add `consent` with how they agreed to the segment, or to the one that it is `within`.',
  bad: `segment loyal "Loyal readers" rule "Opened five of the last six" from hubrunner owner ben
campaign spring "Spring programme" via email for keepable_mail period 2027-03 owner ben watch email_churn { send 2027-03-09 "Spring 1" to loyal }`,
  good: `segment readers "All readers" rule "Gets our mail" consent "double opt-in" from hubrunner owner ben
segment loyal "Loyal readers" within readers rule "Opened five of the last six" from hubrunner owner ben
campaign spring "Spring programme" via email for keepable_mail period 2027-03 owner ben watch email_churn {
  send 2027-03-09 "Spring 1" to loyal
  send 2027-03-16 "Spring 2" to readers
}`,
  check(plan, report) {
    const written = new Map<Segment, string>()
    for (const campaign of plan.all('campaign'))
      for (const { to } of [campaign, ...campaign.sends])
        for (const segment of plan.findAll(to, 'segment')) if (!written.has(segment)) written.set(segment, campaign.name)
    for (const segment of plan.all('segment')) {
      const campaign = written.get(segment)
      if (campaign === undefined || consentOf(plan, segment) || isGiven(segment, 'consent')) continue
      report(
        segment,
        t('`{segment}` gets messages of `{campaign}`, and nothing says how its people agreed to them. Add `consent "…"`.', {
          segment: segment.name,
          campaign,
        }),
        { fixes: [insertClauses(segment, ['consent "double opt-in"'])] },
      )
    }
  },
})
