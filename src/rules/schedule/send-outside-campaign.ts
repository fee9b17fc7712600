import { t } from '@vscode/l10n'
import { levels, rule } from '../engine/rule.js'

export const sendOutsideCampaign = rule({
  code: 'schedule/send-outside-campaign',
  levels: levels('W', 'W', 'E'),
  summary: 'The sends of a campaign lie within its period.',
  why: 'Either the send or the period is a slip, and what reads the campaign’s time reads it wrongly.',
  fix: 'Move the send, or the period of the campaign.',
  bad: 'campaign spring "Spring programme" via email for keepable_mail period 2027-03 .. 2027-04 owner ben { send 2027-02-26 "Spring 1" to customers }',
  good: 'campaign spring "Spring programme" via email for keepable_mail period 2027-03 .. 2027-04 owner ben { send 2027-03-09 "Spring 1" to customers }',
  check(plan, report) {
    for (const campaign of plan.all('campaign')) {
      const { period } = campaign
      if (!period || period.end < period.start) continue
      for (const send of campaign.sends) {
        const day = send.date?.date
        if (!send.date || day === undefined || (day >= period.start && day <= period.end)) continue
        const words = {
          send: send.title ? `“${send.title.text}”` : t('A send'),
          day,
          campaign: campaign.name,
          start: period.start,
          end: period.end,
        }
        report(
          send.date,
          day < period.start
            ? t('{send} goes out on {day}, before `{campaign}` begins on {start}. Move one of the two.', words)
            : t('{send} goes out on {day}, after `{campaign}` ends on {end}. Move one of the two.', words),
          { about: send, related: [{ place: period.place, message: t('The campaign runs from {start} to {end}.', words) }] },
        )
      }
    }
  },
})
