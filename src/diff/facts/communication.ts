import { t } from '@vscode/l10n'
import type { Campaign, Channel, Communication, Report, Segment, Send, Sla } from '../../plan/elements/elements.js'
import { toBase } from '../../plan/quantity/units.js'
import { aspect } from '../taxonomy.js'
import { approvalFacts, ownerFact } from './common.js'
import {
  amountFact,
  cadenceFact,
  dateFact,
  type Fact,
  fact,
  nameFact,
  nameFacts,
  namesText,
  ratedFact,
  ratedText,
  spanFact,
  textFact,
  textFacts,
  wordFact,
} from './fact.js'

const audience = aspect('telling/audience', 'communication', () => t('the audience'), {
  added: 'S',
  dropped: 'W',
  changed: 'W',
  followsElements: true,
  brief: (facts) => t('to {names}', { names: facts.map(({ shown }) => shown).join(', ') }),
})
const expectation = aspect('communication/expectation', 'communication', () => t('the expectation'), {
  added: 'N',
  dropped: 'R',
  changed: 'N',
  isPaired: true,
})
const ask = aspect('communication/ask', 'communication', () => t('the way to give input'), {
  added: 'S',
  dropped: 'W',
  changed: 'N',
  isPaired: true,
})
const day = aspect('telling/date', 'communication', () => t('the date'), {
  added: 'N',
  dropped: 'R',
  up: 'R',
  down: 'N',
  scale: 'time',
  brief: true,
})
const rhythm = aspect('telling/rhythm', 'communication', () => t('the rhythm'), {
  added: 'S',
  dropped: 'W',
  up: 'S',
  down: 'W',
  changed: 'R',
  scale: 'rhythm',
  brief: true,
})
const via = aspect('telling/via', 'communication', () => t('the way'), { added: 'N', dropped: 'R', changed: 'R', followsElements: true })
const about = aspect('communication/about', 'communication', () => t('what it is about'), {
  added: 'N',
  dropped: 'R',
  changed: 'R',
  followsElements: true,
})
const shows = aspect('telling/shows', 'communication', () => t('the number shown'), {
  added: 'S',
  dropped: 'W',
  changed: 'W',
  followsElements: true,
})
const delay = aspect('report/within', 'communication', () => t('the time after the end of the period'), {
  added: 'S',
  dropped: 'R',
  up: 'W',
  down: 'S',
  changed: 'N',
  scale: 'length',
})
const kind = aspect('report/kind', 'communication', () => t('the kind'), { added: 'N', dropped: 'N', changed: 'N' })
const from = aspect('sla/from', 'communication', () => t('who promises'), { added: 'S', dropped: 'W', changed: 'R' })
const to = aspect('sla/to', 'communication', () => t('who is served'), { added: 'S', dropped: 'W', changed: 'R' })
const service = aspect('sla/service', 'communication', () => t('the service'), { added: 'S', dropped: 'W', changed: 'N', brief: true })
const within = aspect('sla/within', 'communication', () => t('the time promised'), {
  added: 'S',
  dropped: 'W',
  up: 'W',
  down: 'S',
  changed: 'R',
  scale: 'length',
})
const atLeast = aspect('sla/amount', 'communication', () => t('the amount promised'), {
  added: 'S',
  dropped: 'W',
  up: 'S',
  down: 'W',
  changed: 'R',
  scale: 'amount',
})
const rate = aspect('sla/rate', 'communication', () => t('the share of cases promised'), {
  added: 'S',
  dropped: 'W',
  up: 'S',
  down: 'W',
  changed: 'R',
  scale: 'amount',
})
const escalate = aspect('sla/escalation', 'communication', () => t('the escalation'), { added: 'S', dropped: 'W', changed: 'N' })
const measured = aspect('sla/measured-by', 'communication', () => t('the number that measures it'), {
  added: 'S',
  dropped: 'W',
  changed: 'R',
})
const purpose = aspect('campaign/for', 'communication', () => t('the goal served'), {
  added: 'N',
  dropped: 'R',
  changed: 'R',
  followsElements: true,
})
const period = aspect('campaign/period', 'communication', () => t('the period'), {
  added: 'S',
  dropped: 'R',
  up: 'R',
  down: 'N',
  changed: 'N',
  scale: 'time',
})
const watch = aspect('campaign/watch', 'communication', () => t('the number watched'), {
  added: 'S',
  dropped: 'R',
  changed: 'R',
  followsElements: true,
})
const wider = aspect('segment/within', 'communication', () => t('the wider segment'), { added: 'N', dropped: 'R', changed: 'R' })
const consent = aspect('segment/consent', 'communication', () => t('the consent'), { added: 'S', dropped: 'R', changed: 'R' })
const tagSource = aspect('channel/utm-source', 'communication', () => t('the `utm_source`'), { added: 'N', dropped: 'R', changed: 'R' })
const tagMedium = aspect('channel/utm-medium', 'communication', () => t('the `utm_medium`'), { added: 'N', dropped: 'R', changed: 'R' })
const tag = aspect('campaign/utm', 'communication', () => t('the `utm_campaign`'), { added: 'N', dropped: 'R', changed: 'R' })
const rule = aspect('segment/rule', 'communication', () => t('the rule'), { added: 'N', dropped: 'R', changed: 'R' })
const origin = aspect('segment/from', 'communication', () => t('the tool'), { added: 'N', dropped: 'R', changed: 'N' })

/** What communications, reports, SLAs, channels, campaigns and segments say. */
export const tellingAspects = [
  audience,
  expectation,
  ask,
  day,
  rhythm,
  via,
  about,
  shows,
  delay,
  kind,
  from,
  to,
  service,
  within,
  atLeast,
  rate,
  escalate,
  measured,
  purpose,
  period,
  watch,
  rule,
  tagSource,
  tagMedium,
  tag,
  wider,
  consent,
  origin,
]

export function factsOfCommunication(one: Communication): Fact[] {
  return [
    ...nameFacts(audience, one.to),
    ...textFacts(expectation, one.expects),
    ...one.asks.map(({ text, at, until, for: tasks }) => {
      const parts = [
        text.text,
        at && t('at {address}', { address: at.text }),
        until && t('until {date}', { date: until.date }),
        tasks.length > 0 && t('for {names}', { names: namesText(tasks) }),
      ]
      return fact(ask, parts.filter(Boolean).join(' '), { item: text.text })
    }),
    ...dateFact(day, one.on),
    ...cadenceFact(rhythm, one.every),
    ...nameFacts(via, one.via),
    ...ownerFact(one.owners),
    ...approvalFacts(one.approvals),
    ...nameFacts(about, one.about),
    ...nameFacts(shows, one.shows),
  ]
}

export function factsOfReport(report: Report): Fact[] {
  return [
    ...nameFacts(audience, report.to),
    ...cadenceFact(rhythm, report.every),
    ...amountFact(delay, report.within),
    ...dateFact(day, report.on),
    ...nameFacts(shows, report.shows),
    ...ownerFact(report.owners),
    ...nameFacts(via, report.via),
    ...wordFact(kind, report.is),
  ]
}

export function factsOfSla(sla: Sla): Fact[] {
  const { rate: share, escalate: call } = sla
  return [
    ...nameFact(from, sla.from),
    ...nameFact(to, sla.to),
    ...textFact(service, sla.service),
    ...amountFact(within, sla.within),
    ...ratedFact(atLeast, sla.atLeast),
    ...(share ? [fact(rate, ratedText(share.value, share.per), { rank: toBase(share.value) })] : []),
    ...(call ? [fact(escalate, call.after ? t('{name} after {time}', { name: call.to.name, time: call.after.text }) : call.to.name)] : []),
    ...nameFact(measured, sla.measuredBy),
    ...ownerFact(sla.owners),
  ]
}

export function factsOfChannel({ owners, utm }: Channel): Fact[] {
  return [...ownerFact(owners), ...textFact(tagSource, utm?.source), ...textFact(tagMedium, utm?.medium)]
}

export function factsOfCampaign(campaign: Campaign): Fact[] {
  return [
    ...nameFacts(via, campaign.via),
    ...nameFacts(purpose, campaign.for),
    ...spanFact(period, campaign.period),
    ...nameFacts(audience, campaign.to),
    ...nameFacts(watch, campaign.watches),
    ...textFact(tag, campaign.utm),
    ...ownerFact(campaign.owners),
    ...approvalFacts(campaign.approvals),
  ]
}

export function factsOfSend(send: Send): Fact[] {
  return [...dateFact(day, send.date), ...nameFacts(audience, send.to)]
}

export function factsOfSegment(segment: Segment): Fact[] {
  return [
    ...textFact(rule, segment.rule),
    ...nameFact(wider, segment.within),
    ...textFact(consent, segment.consent),
    ...nameFact(origin, segment.from),
    ...ownerFact(segment.owners),
  ]
}
