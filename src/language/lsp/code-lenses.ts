import { t } from '@vscode/l10n'
import type { CodeLens, CodeLensParams, Command } from 'vscode-languageserver'
import { coverage } from '../../plan/coverage/coverage.js'
import type { Goal, PlanElement, Stakeholder, Step } from '../../plan/elements/elements.js'
import { goalFacts } from '../../plan/goals/goals.js'
import { smartLetters } from '../../plan/goals/smart-letters.js'
import { judgedGoalByName } from '../../plan/judgement/goal.js'
import { healthWord, tasksDoneText } from '../../plan/judgement/words.js'
import { clientCommands, type InitializationOptions, type Settings, serverCommands } from '../protocol.js'
import { coverageText } from './hover-element.js'
import { answering, type Provider } from './provider.js'
import type { FileView } from './session.js'
import { usesOf } from './uses.js'

/** Lines above elements: a goal's letters and progress, a task's toggle, who is covered by what, preview and findings of a file. */
export const codeLenses: Provider = {
  capabilities: { codeLensProvider: { resolveProvider: false } },
  attach(server) {
    const { connection, session, options } = server
    connection.onCodeLens(answering<CodeLensParams, CodeLens[]>(server, [], (view) => lensesOf(view, session.settings.codeLens, options)))
  },
}

export function lensesOf(
  view: FileView,
  settings: Settings['codeLens'],
  { clientCommands: offered = [] }: InitializationOptions,
): CodeLens[] {
  const lens = (element: PlanElement, command: Command): CodeLens => ({ range: view.folder.rangeOf(element.place), command })
  const elements = view.file.elements.flatMap((element): CodeLens[] => {
    switch (element.kind) {
      case 'goal':
        return settings?.goals === false ? [] : goalLens(view, element, offered).map((command) => lens(element, command))
      case 'task':
      case 'milestone':
        return settings?.tasks === false ? [] : [lens(element, toggle(view, element))]
      case 'stakeholder':
        return settings?.stakeholders === false ? [] : stakeholderLens(view, element, offered).map((command) => lens(element, command))
      default:
        return []
    }
  })
  return settings?.files === false ? elements : [...fileLenses(view, offered), ...elements]
}

const signs = { complete: '●', partial: '◐', missing: '○' } as const

function goalLens(view: FileView, goal: Goal, offered: readonly string[]): Command[] {
  const letters = smartLetters(view.plan).get(goal.name)
  const facts = goalFacts(view.plan).get(goal.name)
  if (!letters || !facts) return []
  const text = letters.letters.map(({ letter, state }) => `${letter} ${signs[state]}`).join('  ')
  const judged = judgedGoalByName(view.plan).get(goal.name)
  const progress = facts.tasks.length === 0 ? t('no tasks') : tasksDoneText({ all: facts.tasks.length, done: judged?.tasksDone ?? 0 })
  const health = judged ? `  ·  ${healthWord(judged.health)}` : ''
  return [{ title: `${text}${health}  ·  ${progress}`, ...shown(view, goal, offered) }]
}

/** Behind the text of a lens, the places that name the element, where the client can show them. */
function shown(view: FileView, element: PlanElement, offered: readonly string[]): Omit<Command, 'title'> {
  if (!offered.includes(clientCommands.showReferences)) return { command: '' }
  const { references } = usesOf(view, element)
  return {
    command: clientCommands.showReferences,
    arguments: [view.uri, view.folder.positionAt(view.path, element.place.start), references.map((place) => view.folder.locationOf(place))],
  }
}

function toggle(view: FileView, step: Step): Command {
  const isDone = step.mark === 'done'
  return {
    title: isDone ? t('☑ done — take back') : t('☐ mark as done'),
    command: serverCommands.setMark,
    arguments: [{ uri: view.uri, name: step.name, mark: isDone ? 'todo' : 'done' }],
  }
}

function stakeholderLens(view: FileView, stakeholder: Stakeholder, offered: readonly string[]): Command[] {
  const row = coverage(view.plan).stakeholders.find((one) => one.stakeholder === stakeholder)
  if (!row) return []
  return [{ title: row.isExempt ? t('only monitored') : coverageText(row), ...shown(view, stakeholder, offered) }]
}

function fileLenses(view: FileView, offered: readonly string[]): CodeLens[] {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
  const findings = view.folder.judgedPlan(view.plan.root)?.findings.filter(({ place }) => place.file === view.path) ?? []
  const preview = { title: t('Preview'), command: clientCommands.openPreview, arguments: [view.folder.uriOf(view.plan.root)] }
  const count = findings.length === 1 ? t('1 finding') : t('{count} findings', { count: findings.length })
  const list = { title: count, command: clientCommands.showFindings, arguments: [view.uri] }
  return [preview, list].filter(({ command }) => offered.some((one) => one === command)).map((command) => ({ range, command }))
}
