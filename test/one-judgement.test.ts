import { describe, expect, it } from 'vitest'
import { hoverOfElement } from '../src/language/lsp/hover-element.js'
import { outlineOf } from '../src/language/lsp/outline.js'
import { judgement } from '../src/plan/judgement/judgement.js'
import { decisionText, healthWord, standingOfGoal, standingOfTarget, tasksDoneText, verdictText } from '../src/plan/judgement/words.js'
import { plain } from '../src/preview/markdown/markup.js'
import { planView } from '../src/preview/plan-view.js'
import { renderMarkdown } from '../src/preview/render-markdown.js'
import { markdownText } from '../src/report/markdown-text.js'
import { exportedGoals, exportedJudgement } from '../src/report/plan-export/derived.js'
import { statusReport } from '../src/report/status-report.js'
import { judgePlan, plans } from './example-files.js'

const days = ['2027-01-11', '2027-03-08', '2027-09-01']

describe.each(plans.flatMap((name) => days.map((today) => ({ name, today }))))('$name on $today', ({ name, today }) => {
  const { plan, findings } = judgePlan(name, { today })
  const judged = judgement(plan)
  const view = planView(plan, findings)
  const markdown = renderMarkdown(view)
  const report = statusReport(plan)
  const goals = exportedGoals(plan)

  it('has one verdict everywhere', () => {
    const sentence = verdictText(judged.verdict)
    expect([view.judgement.verdict, view.judgement.health]).toEqual([sentence, judged.health])
    expect(exportedJudgement(plan)).toMatchObject({ verdict: sentence, health: judged.health, tasks: judged.work })
    expect(markdown).toContain(`**${healthWord(judged.health)}** ${plain(sentence)}`)
    expect(report).toContain(`**${markdownText(healthWord(judged.health))}** ${markdownText(sentence)}`)
    expect(report).toContain(markdownText(tasksDoneText(judged.work)))
  })

  it('has one list of decisions everywhere', () => {
    const said = judged.decisions.map(decisionText)
    expect(view.judgement.decisions.map(({ text }) => text)).toEqual(said)
    expect(exportedJudgement(plan).decisions.map(({ text }) => text)).toEqual(said)
    for (const text of said) expect(markdown).toContain(plain(text))
  })

  it.each(judged.goals.map((one) => [one.facts.goal.name, one] as const))('says one thing of %s everywhere', (goal, one) => {
    const health = healthWord(one.health)
    const standing = standingOfGoal(one)
    const tasks = tasksDoneText({ all: one.tasksAll, done: one.tasksDone })
    const shown = view.goals.find((candidate) => candidate.name === goal)
    expect(shown).toMatchObject({ health: one.health, standing, tasksDone: one.tasksDone })
    expect(shown?.aims.map((aim) => [aim.standingText, aim.health])).toEqual(
      one.targets.map((target) => [standingOfTarget(target), target.health]),
    )
    expect(goals.find((candidate) => candidate.name === goal)).toMatchObject({
      health: one.health,
      standing: one.standing,
      tasksDone: one.tasksDone,
    })
    const hover = hoverOfElement(one.facts.goal, plan)
    expect(hover).toContain(`${health} · ${standing}`)
    if (one.tasksAll > 0) expect(hover).toContain(tasks)
    expect(outlineOf(plan).goals.find((candidate) => candidate.name === goal)).toMatchObject({
      health,
      done: one.tasksDone,
      tasks: one.tasksAll,
    })
    for (const target of one.targets) {
      expect(report).toContain(
        `${markdownText(standingOfTarget(target))} | ${markdownText(healthWord(target.health))} | ${markdownText(tasks)}`,
      )
      expect(markdown).toContain(`${plain(standingOfTarget(target))} | ${healthWord(target.health)}`)
    }
  })

  it('never calls a number by a value of another period', () => {
    for (const { targets } of judged.goals)
      for (const { row, aim } of targets)
        if (row && aim.number) expect(report).toContain(markdownText(`${row.value.text} (${row.period.text})`))
  })
})
