import { t } from '@vscode/l10n'
import type { Campaign } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import { inNameOrder } from '../../plan/model/name-order.js'
import type { Plan } from '../../plan/model/plan.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'
import { inTicks, series } from '../wording/wording.js'

export const campaignIncomplete = rule({
  code: 'automation/campaign-incomplete',
  levels: levels('I', 'I', 'W'),
  inLibraries: true,
  summary: 'A campaign says where it runs, when, and what its result is judged by.',
  why: 'A campaign without a goal or a number cannot succeed or fail, and without channel and period it cannot be prepared.',
  fix: 'Add `via`, `period`, and `for` with a goal or `watch` with a number.',
  bad: 'campaign spring "Spring programme" via email period 2027-03 owner ben',
  good: 'campaign spring "Spring programme" via email for keepable_mail period 2027-03 owner ben',
  check(plan, report) {
    for (const campaign of plan.all('campaign')) {
      const missing = missingParts(plan, campaign)
      if (missing.length === 0) continue
      const clauses = missing.map((part) => part.clause).filter((clause) => clause !== undefined)
      const fixes: Fix[] = clauses.length > 0 ? [insertClauses(campaign, clauses)] : []
      const advice = missing.map((part) => part.clause ?? part.keyword)
      const isJudged = missing.every((part) => part.keyword !== 'for')
      const parts = { name: campaign.name, missing: series(missing.map((part) => part.what)), clauses: inTicks(advice) }
      report(
        campaign,
        isJudged
          ? t('`{name}` has {missing}. Add {clauses}.', parts)
          : t('`{name}` has {missing}, so its result cannot be judged. Add {clauses}.', parts),
        { fixes },
      )
    }
  },
})

interface Missing {
  readonly keyword: string
  readonly what: string
  readonly clause: string | undefined
}

function missingParts(plan: Plan, campaign: Campaign): readonly Missing[] {
  const channel = inNameOrder(plan, 'channel')[0]
  const goal = inNameOrder(plan, 'goal')[0]
  const period = plan.strategy?.period
  const missing: Missing[] = []
  if (!isGiven(campaign, 'via')) missing.push({ keyword: 'via', what: t('no channel'), clause: channel && `via ${channel.name}` })
  if (!isGiven(campaign, 'period')) {
    missing.push({ keyword: 'period', what: t('no period'), clause: period && `period ${period.start} .. ${period.end}` })
  }
  if (!isGiven(campaign, 'for') && !isGiven(campaign, 'watch')) {
    missing.push({ keyword: 'for', what: t('no goal'), clause: goal && `for ${goal.name}` })
  }
  return missing
}
