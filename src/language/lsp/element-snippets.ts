// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a tab stop of a snippet looks like a template

import type { ElementKind, PlanElement } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { numbers } from '../../plan/numbers/numbers.js'
import { periodAt, previousPeriod } from '../../plan/quantity/dates.js'

/** What a new element of each kind looks like, with tab stops; `⟨today⟩`, `⟨end⟩` and the like stand for dates and values of the plan. */
export const elementSnippets: Partial<Record<ElementKind, string>> = {
  strategy: `strategy \${1:name} "\${2:Title}" {
  for        "\${3:Organisation}"
  period     \${4:⟨start⟩} .. \${5:⟨end⟩}
  stage      draft
  owner      \${6:person}
  supervisor \${7:person}
  currency   \${8:EUR}
}`,
  objective: 'objective ${1:name} "${2:Title}" owner ${3:person}',
  person: 'person ${1:name} "${2:Full name}" works ${3:40h} per week',
  role: 'role ${1:name} "${2:Title}" duties "${3:What the role does}"',
  team: 'team ${1:name} "${2:Title}" members ${3:person}',
  stakeholder: `stakeholder \${1:name} "\${2:Title}" {
  kind     \${3|customer,employee,client,leadership,partner,external|}
  needs    "\${4:What the group wants solved}"
  power    \${5|low,medium,high|}
  interest \${6|low,medium,high|}
  contact  \${7:person}
}`,
  source: 'source ${1:name} "${2:Title}" from ${3:tool} every ${4|month,week,day,quarter|} owner ${5:person}',
  measure:
    'measure ${1:name} "${2:Title}" in ${3:contacts} per ${4|month,week,day,quarter,year|} ${5|sum,distinct,last,average,median,max,min|} from ${6:source}',
  metric:
    'metric ${1:name} "${2:Title}" in ${3:%} per ${4|month,week,day,quarter,year|} ${5|higher,lower|} is better\n  = ${6:part} / ${7:whole} else none',
  benchmark: 'benchmark ${1:name} "${2:Title}" of ${3:number} is ${4:⟨value⟩} in ${5:⟨before⟩}',
  actuals: 'actuals ${1:number} {\n  ${2:⟨before⟩} ${3:⟨value⟩}\n}',
  goal: `goal \${1:name} "\${2:What shall be different}" {
  specific   "\${3:What is in, what is out}" scope \${4:channel}
  measurable \${5:number} from \${6:⟨value⟩} in \${7:⟨before⟩} to \${8:⟨value⟩} in \${9:⟨last⟩}
  achievable "\${10:Why it can be reached}"
  relevant   to \${11:stakeholder} because "\${12:Why it matters to them}"
  timebound  \${13:⟨start⟩} .. \${14:⟨end⟩}
  owner      \${15:person}
}`,
  phase: 'phase ${1:name} "${2:Title}" {\n  $0\n}',
  task: `[ ] task \${1:name} "\${2:Title}" for \${3:goal} {
  @\${4:person} \${5:8h}
  start \${6:⟨today⟩}
  due   \${7:⟨end⟩}
}`,
  milestone: '[ ] milestone ${1:name} "${2:Title}" due ${3:⟨end⟩}',
  communication: `communication \${1:name} "\${2:Title}" to \${3:stakeholder} {
  expect "\${4:What the audience can expect}"
  ask    "\${5:What they can answer}" until \${6:⟨end⟩}
  on     \${7:⟨today⟩}
  via    \${8:channel}
  owner  \${9:person}
}`,
  sla: `sla \${1:name} "\${2:Title}" from \${3:team} to \${4:stakeholder} {
  service "\${5:What is promised}" within \${6:2wd} rate \${7:95%} per month
  escalate to \${8:person} after \${9:1wd}
  measured by \${10:number}
}`,
  report:
    'report ${1:name} "${2:Title}" to ${3:stakeholder} every ${4|month,week,quarter|} shows ${5:number} owner ${6:person} via ${7:channel}',
  channel: 'channel ${1:name} "${2:Title}" owner ${3:person}',
  campaign: 'campaign ${1:name} "${2:Title}" via ${3:channel} for ${4:goal} period ${5:⟨start⟩} .. ${6:⟨end⟩} owner ${7:person}',
  segment: 'segment ${1:name} "${2:Title}" rule "${3:Who belongs to it}" from ${4:tool} owner ${5:person}',
  tool: 'tool ${1:name} "${2:Title}" kind ${3:automation} costs ${4:0 EUR} per year owner ${5:person} ${6|keep,adopt,retire|}',
  budget: 'budget ${1:name} "${2:Title}" total ${3:0 EUR} owner ${4:person} {\n  line ${5:name} "${6:Title}" ${7:0 EUR}\n}',
  problem: `problem \${1:name} "\${2:What hurts}" {
  hurts    \${3:stakeholder}
  symptom  "\${4:How it shows}"
  solution "\${5:What answers it}" by \${6:goal}
}`,
  risk: `risk \${1:name} "\${2:What could go wrong}" {
  likelihood \${3|low,medium,high|}
  impact     \${4|low,medium,high|}
  owner      \${5:person}
  response   "\${6:What is done about it}"
  check      \${7:⟨end⟩}
}`,
  assumption: 'assumption ${1:name} "${2:What is taken for granted}" owner ${3:person} check ${4:⟨end⟩}',
  review: 'review ${1:name} "${2:Title}" on ${3:⟨end⟩} about ${4:goal} lesson "${5:What the next plan should know}"',
  journey: 'journey ${1:name} {\n  stage ${2:awareness} "${3:Awareness}" when "${4:Any form}"\n}',
  workflow: 'workflow ${1:name} "${2:Title}" trigger "${3:What starts it}" action "${4:What it does}" owner ${5:person} using ${6:tool}',
  scoring:
    'scoring ${1:name} "${2:Title}" threshold ${3:65} owner ${4:person} routes to ${5:stakeholder} {\n  score "${6:Pricing page}" ${7:15}\n}',
  line: 'line ${1:name} "${2:Title}" ${3:0 EUR}',
  stage: 'stage ${1:name} "${2:Title}" when "${3:When somebody enters it}"',
  send: 'send ${1:⟨today⟩} "${2:Title}" to ${3:segment}',
  score: 'score "${1:What the lead does}" ${2:10}',
  item: '[ ] "${1:What is to do}"',
}

/** Words in a snippet that stand for names of the plan, with the kinds that fit. */
const standIns: Readonly<Record<string, readonly PlanElement['kind'][]>> = {
  person: ['person'],
  stakeholder: ['stakeholder'],
  channel: ['channel'],
  number: ['metric', 'measure'],
  goal: ['goal'],
  tool: ['tool'],
  team: ['team'],
  source: ['source', 'tool'],
  segment: ['segment', 'stakeholder'],
}
const mostChoices = 12

/** A snippet with the dates of the plan, and with its names to choose from where one is wanted. */
export function filledSnippet(snippet: string, plan: Plan): string {
  const { date } = plan.statusDate
  const period = plan.strategy?.period
  return snippet
    .replaceAll('⟨today⟩', date)
    .replaceAll('⟨start⟩', period?.start ?? date)
    .replaceAll('⟨end⟩', period?.end ?? date)
    .replaceAll('⟨before⟩', previousPeriod(periodAt('month', period?.start ?? date)).text)
    .replaceAll('⟨last⟩', periodAt('month', period?.end ?? date).text)
    .replaceAll('⟨value⟩', sampleValue(plan))
    .replace(/\$\{(\d+):(\w+)\}/g, (whole, stop: string, word: string) => {
      const names = (standIns[word] ?? []).flatMap((kind) => plan.all(kind).map(({ name }) => name)).filter(Boolean)
      return names.length === 0 ? whole : `\${${stop}|${names.slice(0, mostChoices).join(',')}|}`
    })
}

/** A value in the unit of the number that a choice of numbers begins with. */
function sampleValue(plan: Plan): string {
  const first = plan.all('metric')[0] ?? plan.all('measure')[0]
  const symbol = first && numbers(plan).get(first.name)?.unit?.symbol
  if (symbol === undefined || symbol === '') return '0'
  return symbol === '%' || symbol === 'x' ? `0${symbol}` : `0 ${symbol}`
}

/** The text of a snippet without its tab stops. */
export function withoutTabStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\{?\d+\}?/g, '')
}
