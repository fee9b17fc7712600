import { t } from '@vscode/l10n'
import { severities } from '../plan/elements/finding.js'
import { healthWord, tasksDoneText } from '../plan/judgement/words.js'
import { ganttFence } from './markdown/gantt.js'
import { blocks, details, list, message, plain, table, titles } from './markdown/markup.js'
import type { At, GoalView, PlanView, StepView } from './model.js'
import { targetText } from './parts/aim.js'
import { letterText } from './parts/signs.js'
import {
  approvalState,
  choiceText,
  dateRange,
  dayMonth,
  decisionState,
  fullDate,
  markWord,
  periodName,
  priorityWord,
  severityCount,
  spaced,
  stageWord,
  timeLeft,
  unitText,
} from './parts/words.js'
import { decisionsIn } from './views/decisions.js'
import { grouped, stepDates } from './views/grouping.js'

/** The plan as Markdown that GitHub shows: tables, task lists, a Mermaid chart, and the long parts folded. */
export function renderMarkdown(plan: PlanView): string {
  return `${blocks(
    heading(plan),
    section(t('Overview'), overview(plan)),
    section(t('Goals'), plan.goals.map((goal) => goalText(goal)).join('\n\n')),
    section(t('Timeline'), ganttFence(plan)),
    section(t('Checklist'), checklist(plan)),
    section(t('Stakeholders'), stakeholders(plan)),
    section(t('Metrics'), metrics(plan)),
    section(t('Workload'), workload(plan)),
    section(t('Communication'), communication(plan)),
    section(t('SLAs'), slas(plan)),
    section(t('Decisions'), decisions(plan)),
    section(t('Approvals'), approvals(plan)),
    section(t('Budget'), budgets(plan)),
    section(t('Automation'), automation(plan)),
    section(t('Risks and lessons'), risks(plan)),
  )}\n`
}

function section(title: string, content: string): string {
  return content === '' ? '' : `## ${title}\n\n${content}`
}

function heading(plan: PlanView): string {
  const facts = [
    plan.for && plain(plan.for),
    plan.period && dateRange(plan.period),
    plan.standing,
    stageWord(plan.stage),
    plan.owners.length > 0 && t('Owner {owner}', { owner: titles(plan.owners) }),
    t('Status of {date}', { date: fullDate(plan.statusDate) }),
  ]
  return blocks(`# ${plain(plan.title)}`, facts.filter(Boolean).join(' · '), plan.summary && plain(plan.summary))
}

function overview(plan: PlanView): string {
  const { health, verdict, work, decisions } = plan.judgement
  const late = plan.steps.filter((step) => step.isLate)
  const blocked = plan.steps.filter((step) => step.mark === 'blocked')
  const figures = [
    [t('Goals met'), `${plan.goals.filter((goal) => goal.outcome?.outcome === 'met').length} / ${plan.goals.length}`],
    [t('Tasks done'), `${work.done} / ${work.all}`],
    [t('Late'), String(work.late)],
    [t('Blocked'), String(work.blocked)],
    ...plan.budgets.map((budget) => [t('Spent'), `${budget.spent?.text ?? '–'} / ${budget.total?.text ?? '–'}`]),
  ]
  const findings = severities.flatMap((severity) => {
    const own = plan.findings.filter((finding) => finding.severity === severity)
    return own.length === 0
      ? []
      : details(
          severityCount(severity, own.length),
          list(own.map((one) => `${message(one.message)} (\`${one.code}\`${lineOf(plan, one.at)})`)),
        )
  })
  return blocks(
    !plan.isLibrary && `**${healthWord(health)}** ${plain(verdict)}`,
    table(
      figures.map(([name = '']) => name),
      [figures.map(([, figure = '']) => figure)],
    ),
    decisions.length > 0 &&
      blocks(
        `**${t('Decisions needed')}**`,
        list(decisions.map((one) => `${plain(one.text)} (${one.owner ? plain(one.owner.title) : t('no owner')})`)),
      ),
    late.length > 0 && blocks(`**${t('Late')}**`, list(late.map((step) => `${plain(step.title)} – ${timeLeft(step.daysLeft ?? 0)}`))),
    blocked.length > 0 &&
      blocks(
        `**${t('Blocked')}**`,
        list(blocked.map((step) => `${plain(step.title)} – ${plain(step.blockedBecause ?? t('no reason given'))}`)),
      ),
    findings.length > 0 ? findings.join('\n\n') : t('The checker finds nothing.'),
  )
}

function timeText({ start, deadline, deadlineFrom }: GoalView): string {
  if (deadline === undefined) return t('no deadline')
  const time = start === undefined ? fullDate(deadline) : dateRange({ start, end: deadline })
  return deadlineFrom ? t('{time}, from {origin}', { time, origin: plain(deadlineFrom.title) }) : time
}

function goalText(goal: GoalView): string {
  const smart = goal.letters.map(({ letter, state }) => ({ complete: letter, partial: `(${letter})`, missing: '–' })[state]).join(' ')
  const lacks = goal.letters.filter((letter) => letter.state !== 'complete').map(letterText)
  const aims = goal.aims.map((aim) => [
    plain(aim.number.title),
    plain(aim.baseline?.text ?? '–'),
    aim.actual
      ? plain(t('{value} in {period}', { value: aim.actual.text, period: periodName(aim.actualPeriod ?? '') }))
      : t('not measured'),
    plain(targetText(aim)),
    plain(aim.standingText),
    healthWord(aim.health),
  ])
  const facts = [
    [t('SMART'), smart],
    [t('Answers for it'), titles(goal.owners) || t('nobody')],
    [t('Time'), timeText(goal)],
    [t('Serves'), [titles(goal.serves), goal.because && plain(goal.because)].filter(Boolean).join(': ')],
    [t('Solves'), titles(goal.problems)],
    [t('Why it can be reached'), plain(goal.achievable ?? '')],
    [t('Must not get worse'), goal.guards.map((guard) => plain(`${guard.number.title} ${guard.text}`)).join(', ')],
    [t('Tasks'), tasksDoneText({ done: goal.tasksDone, all: goal.tasks.length })],
  ].filter(([, value]) => value !== '')
  return blocks(
    `### ${plain(goal.title)}${goal.outcome ? ` – ${{ met: t('Met'), missed: t('Missed'), dropped: t('Dropped') }[goal.outcome.outcome]}` : ''}`,
    goal.specific && plain(goal.specific),
    aims.length > 0 && table([t('Metric'), t('Baseline'), t('Last value'), t('Target'), t('Standing'), t('Health')], aims),
    list(facts.map(([name = '', value = '']) => `**${name}:** ${value}`)),
    lacks.length > 0 && list(lacks.map(plain)),
  )
}

function checklist(plan: PlanView): string {
  const groups = grouped(plan, plan.steps, plan.phases.length > 0 ? 'phase' : 'goal')
  return groups
    .map((group) => blocks(groups.length > 1 ? `### ${plain(group.title)}` : '', group.steps.map(stepText).join('\n')))
    .join('\n\n')
}

function stepText(step: StepView): string {
  const facts = [
    (step.decision && step.owner ? [step.owner] : step.assignees).map((one) => plain(one.title)).join(', '),
    plain(choiceText(step)),
    stepDates(step),
    step.priority === undefined ? '' : priorityWord(step.priority),
    step.mark === 'doing' || step.mark === 'blocked' ? markWord(step.mark) : '',
    step.mark === 'blocked' && step.blockedBecause ? plain(step.blockedBecause) : '',
    step.isLate ? `**${timeLeft(step.daysLeft ?? 0)}**` : '',
    step.progress !== undefined && step.mark === 'doing' ? `${Math.round(step.progress * 100)}%` : '',
  ].filter(Boolean)
  const title = step.mark === 'cancelled' ? `~~${plain(step.title)}~~` : plain(step.title)
  const items = step.items.map((item) => `  - [${item.mark === 'done' ? 'x' : ' '}] ${plain(item.text)}`)
  return [`- [${step.mark === 'done' ? 'x' : ' '}] ${title}${facts.length > 0 ? ` – ${facts.join(' · ')}` : ''}`, ...items].join('\n')
}

function stakeholders(plan: PlanView): string {
  if (plan.stakeholders.length === 0) return ''
  const rows = plan.stakeholders.map((one) => [
    plain(one.title),
    plain(one.needs ?? '–'),
    titles(one.contacts) || t('nobody'),
    one.isMonitored ? t('only watched') : (one.treatment ?? '–'),
  ])
  const names = {
    goal: t('Goals'),
    number: t('Metrics'),
    task: t('Tasks'),
    communication: t('Communications'),
    sla: t('SLAs'),
    report: t('Reports'),
  }
  const matrix = table(
    [t('Covered by'), ...plan.matrices.map((one) => names[one.kind])],
    plan.stakeholders.map((one, index) => [
      plain(one.title),
      ...plan.matrices.map(({ rows: own }) => {
        const row = own[index]
        return row?.isGap ? `**${t('gap')}**` : String(row?.cells.length ?? 0)
      }),
    ]),
    ['left', ...plan.matrices.map(() => 'right' as const)],
  )
  return blocks(table([t('Stakeholder'), t('Needs'), t('Contact'), t('Treatment')], rows), matrix)
}

function metrics(plan: PlanView): string {
  const all = plan.numbers.filter((one) => one.kind === 'metric')
  if (all.length === 0) return ''
  return table(
    [t('Metric'), t('Formula'), t('Unit'), t('Latest'), t('Source')],
    all.map((one) => {
      const latest = one.actuals.findLast((actual) => actual.start <= plan.statusDate)
      return [
        plain(one.title),
        one.formula === undefined ? '–' : `\`${one.formula.replaceAll('|', ' ')}\``,
        plain(unitText(one)),
        latest ? plain(`${latest.text} (${periodName(latest.period)})`) : '–',
        titles(one.sources) || t('none'),
      ]
    }),
    ['left', 'left', 'left', 'right'],
  )
}

function workload(plan: PlanView): string {
  if (plan.workload.length === 0) return ''
  const starts = [...new Set(plan.workload.flatMap((one) => one.weeks.map((week) => week.start)))].sort()
  const rows = plan.workload.map((one) => {
    const byStart = new Map(one.weeks.map((week) => [week.start, week]))
    const cells = starts.map((start) => {
      const week = byStart.get(start)
      const hours = week ? String(Math.round(week.hours.value * 10) / 10) : ''
      return week?.isOver ? `**${hours}!**` : hours
    })
    return [plain(one.person.title), ...cells, plain(one.total)]
  })
  return details(
    t('Hours per week'),
    table([t('Person'), ...starts.map(dayMonth), t('Total')], rows, ['left', ...starts.map(() => 'right' as const), 'right']),
  )
}

function communication(plan: PlanView): string {
  if (plan.tellings.length === 0) return ''
  return table(
    [t('Message'), t('To'), t('Via'), t('When'), t('Owner')],
    plan.tellings.map((one) => [
      plain(one.title),
      titles(one.to) || '–',
      titles(one.via) || '–',
      [
        one.cadence,
        one.dates[0] !== undefined && one.cadence ? t('from {date}', { date: dayMonth(one.dates[0]) }) : one.dates.map(dayMonth).join(', '),
      ]
        .filter(Boolean)
        .join(' ') || (one.days ? dateRange(one.days) : '–'),
      titles(one.owners) || t('nobody'),
    ]),
  )
}

function decisions(plan: PlanView): string {
  const found = decisionsIn(plan.steps)
  if (found.length === 0) return ''
  return table(
    [t('Question'), t('Options'), t('Who decides'), t('Until'), t('Decision')],
    found.map((step) => [
      plain(step.title),
      step.decision?.options.map(plain).join(' · ') || '–',
      step.owner ? plain(step.owner.title) : '–',
      step.until === undefined ? '–' : fullDate(step.until),
      [step.isLate ? `**${decisionState(step)}**` : plain(decisionState(step)), plain(step.decision?.because ?? '')]
        .filter(Boolean)
        .join(' – '),
    ]),
  )
}

function approvals(plan: PlanView): string {
  if (plan.approvals.length === 0) return ''
  return table(
    [t('What'), t('By'), t('Until'), t('State')],
    plan.approvals.map((one) => [
      plain(one.of.title),
      titles(one.by),
      one.until === undefined ? '–' : fullDate(one.until),
      one.isLate ? `**${approvalState(one)}**` : approvalState(one),
    ]),
  )
}

function slas(plan: PlanView): string {
  if (plan.slas.length === 0) return ''
  return table(
    [t('Agreement'), t('From'), t('To'), t('Promise'), t('Measured by')],
    plan.slas.map((one) => [
      plain(one.title),
      plain(one.from?.title ?? '–'),
      plain(one.to?.title ?? '–'),
      [one.service, one.promise]
        .filter(Boolean)
        .map((part) => plain(part ?? ''))
        .join(': '),
      one.measuredBy ? plain(`${one.measuredBy.title}${one.latest ? ` (${one.latest.text})` : ''}`) : '–',
    ]),
  )
}

function budgets(plan: PlanView): string {
  return blocks(
    ...plan.budgets.map((budget) =>
      blocks(
        `### ${plain(budget.title)}`,
        table(
          [t('Line'), t('Planned'), t('Needed'), t('Spent'), t('Committed')],
          [
            ...budget.lines.map((line) => ({ ...line, title: line.share ? `${line.title} (${line.share})` : line.title })),
            { ...budget, title: t('Total'), amount: budget.total },
          ].map((line) => [
            plain(line.title),
            ...[line.amount, line.need, line.spent, line.committed].map((amount) => amount?.text ?? '–'),
          ]),
          ['left', 'right', 'right', 'right', 'right'],
        ),
        budget.returns && `${t('Returns')} ${budget.returns.text}${budget.romi === undefined ? '' : ` · ROMI ${budget.romi}`}`,
      ),
    ),
  )
}

function automation(plan: PlanView): string {
  return blocks(
    ...plan.journeys.map((journey) =>
      blocks(
        `### ${plain(journey.title)}`,
        table(
          [t('Stage'), t('When'), t('Workflows')],
          journey.stages.map((stage) => [
            plain(stage.title),
            plain(stage.when ?? '–'),
            stage.workflows.map((one) => plain(one.title)).join('\n') || '–',
          ]),
        ),
      ),
    ),
    ...plan.scorings.map((scoring) =>
      blocks(
        `### ${plain(scoring.title)}`,
        table(
          [t('Score'), t('Points')],
          scoring.scores.map((score) => [plain(score.text), String(score.points ?? '–')]),
          ['left', 'right'],
        ),
        t('Threshold {threshold}, reachable {reachable}', { threshold: scoring.threshold?.text ?? '–', reachable: scoring.reachable }),
      ),
    ),
    plan.tools.length > 0 &&
      table(
        [t('Tool'), t('Kind'), t('Decision'), t('Costs'), t('Owner')],
        plan.tools.map((tool) => [
          plain(tool.title),
          plain(spaced(tool.kind ?? '–')),
          tool.decision ?? '–',
          plain(tool.costs ?? '–'),
          titles(tool.owners) || t('nobody'),
        ]),
        ['left', 'left', 'left', 'right'],
      ),
  )
}

function risks(plan: PlanView): string {
  return blocks(
    plan.risks.length > 0 &&
      table(
        [t('Risk or assumption'), t('Likelihood × impact'), t('Response'), t('Owner'), t('Check')],
        plan.risks.map((one) => [
          plain(one.title),
          one.likelihood && one.impact ? `${one.likelihood} × ${one.impact}` : '–',
          plain(one.response ?? '–'),
          titles(one.owners) || t('nobody'),
          one.checks.map((check) => (/^\d{4}-/.test(check) ? fullDate(check) : plain(check))).join(', '),
        ]),
      ),
    ...plan.lessons.map((review) => blocks(`### ${plain(review.title)}`, list(review.lessons.map(plain)))),
  )
}

function lineOf({ places }: PlanView, at: At): string {
  const place = places[at]
  return place?.line === undefined ? '' : `, ${plain(place.file)}:${place.line}`
}
