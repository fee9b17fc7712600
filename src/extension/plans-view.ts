import { t } from '@vscode/l10n'
import {
  Disposable,
  EventEmitter,
  MarkdownString,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  Uri,
  window,
} from 'vscode'
import { locateRequest, type PlanStatus, planRequest, setMarkRequest, statusRequest } from '../language/protocol.js'
import type { Goal, Milestone, Task } from '../plan/elements/elements.js'
import { goalFacts } from '../plan/goals/goals.js'
import { smartLetters } from '../plan/goals/smart-letters.js'
import { isOpen } from '../plan/model/active.js'
import { unpackPlan } from '../plan/model/packed-plan.js'
import type { Plan } from '../plan/model/plan.js'
import { countsText } from './finding-counts.js'
import type { PlanServer } from './plan-server.js'
import { showLocation } from './show-location.js'

type Step = Task | Milestone
type Node =
  | { readonly type: 'plan'; readonly status: PlanStatus }
  | { readonly type: 'goal'; readonly root: string; readonly plan: Plan; readonly goal: Goal }
  | { readonly type: 'loose'; readonly root: string; readonly plan: Plan; readonly steps: readonly Step[] }
  | { readonly type: 'step'; readonly root: string; readonly step: Step }

/** Goals and open tasks across all plans of the workspace, with check boxes that set the marks in the text. */
export class PlansView extends Disposable implements TreeDataProvider<Node> {
  private readonly changed = new EventEmitter<undefined>()
  readonly onDidChangeTreeData = this.changed.event
  private readonly parts: Disposable[]
  private refresh: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly server: PlanServer) {
    super(() => {
      clearTimeout(this.refresh)
      Disposable.from(...this.parts, this.changed).dispose()
    })
    const view = window.createTreeView<Node>('mops.plans', {
      treeDataProvider: this,
      manageCheckboxStateManually: true,
      showCollapseAll: true,
    })
    this.parts = [
      view,
      view.onDidChangeCheckboxState(({ items }) => this.setMarks(items)),
      // While somebody types, a plan changes with every key; a tree that is redrawn as often flickers.
      server.onPlansChanged(() => {
        clearTimeout(this.refresh)
        this.refresh = setTimeout(() => this.changed.fire(undefined), 300)
      }),
    ]
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) {
      const plans = await this.server.ask(statusRequest, {})
      return plans.filter(({ isLibrary }) => !isLibrary).map((status) => ({ type: 'plan', status }))
    }
    if (node.type === 'plan') return this.childrenOfPlan(node.status)
    if (node.type === 'goal') return openSteps(node.plan, (step) => step.for.some(({ name }) => name === node.goal.name), node.root)
    return node.type === 'loose' ? node.steps.map((step) => ({ type: 'step', root: node.root, step })) : []
  }

  private async childrenOfPlan({ uri: root }: PlanStatus): Promise<Node[]> {
    const reply = await this.server.ask(planRequest, { uri: root, root })
    if (!reply) return []
    const plan = unpackPlan(reply.plan)
    const goals = plan.all('goal')
    const names = new Set(goals.map(({ name }) => name))
    const loose = stepsOf(plan).filter((step) => isOpen(step) && !step.for.some(({ name }) => names.has(name)))
    return [
      ...goals.map((goal): Node => ({ type: 'goal', root, plan, goal })),
      ...(loose.length > 0 ? [{ type: 'loose', root, plan, steps: loose } satisfies Node] : []),
    ]
  }

  getTreeItem(node: Node): TreeItem {
    if (node.type === 'plan') return planItem(node.status)
    if (node.type === 'goal') return goalItem(node)
    if (node.type === 'step') return stepItem(node)
    const item = new TreeItem(t('Other tasks'), TreeItemCollapsibleState.Collapsed)
    item.id = `${node.root}#`
    item.description = String(node.steps.length)
    return item
  }

  private async setMarks(items: readonly (readonly [Node, TreeItemCheckboxState])[]): Promise<void> {
    for (const [node, state] of items) {
      if (node.type !== 'step') continue
      const mark = state === TreeItemCheckboxState.Checked ? 'done' : 'todo'
      const { applied, reason } = await this.server.ask(setMarkRequest, { uri: node.root, name: node.step.name, mark })
      if (!applied && reason) await window.showWarningMessage(reason)
    }
    this.changed.fire(undefined)
  }
}

/** `mops.revealElement`: opens the text of a row of the tree. */
export function revealElement(server: PlanServer): (root: string, name: string) => Promise<void> {
  return async (root, name) => {
    const found = await server.ask(locateRequest, { uri: root, name })
    if (found) await showLocation(server, found, true)
  }
}

function stepsOf(plan: Plan): readonly Step[] {
  return [...plan.all('task'), ...plan.all('milestone')]
}

function openSteps(plan: Plan, belongs: (step: Step) => boolean, root: string): Node[] {
  return stepsOf(plan)
    .filter((step) => isOpen(step) && belongs(step))
    .map((step) => ({ type: 'step', root, step }))
}

function planItem({ uri, name, title, findings }: PlanStatus): TreeItem {
  const item = new TreeItem(title || name, TreeItemCollapsibleState.Expanded)
  item.id = uri
  item.description = countsText(findings)
  item.tooltip = Uri.parse(uri).path
  item.iconPath = new ThemeIcon('notebook')
  item.command = { command: 'mops.openPreview', title: t('Open Preview'), arguments: [uri] }
  return item
}

function goalItem({ root, plan, goal }: Node & { readonly type: 'goal' }): TreeItem {
  const tasks = goalFacts(plan).get(goal.name)?.tasks ?? []
  const done = tasks.filter(({ mark }) => mark === 'done').length
  const letters = smartLetters(plan).get(goal.name)?.letters ?? []
  const item = new TreeItem(goal.title?.text || goal.name, TreeItemCollapsibleState.Collapsed)
  item.id = `${root}#${goal.name}`
  item.description = t('{letters}  {done} of {total}', {
    letters: letters
      .map(({ letter, state }) => (state === 'complete' ? letter : state === 'partial' ? letter.toLowerCase() : '·'))
      .join(''),
    done,
    total: tasks.length,
  })
  item.tooltip = new MarkdownString().appendText(
    t('{goal}: {done} of {total} tasks done', { goal: goal.title?.text || goal.name, done, total: tasks.length }),
  )
  item.iconPath = new ThemeIcon('target')
  item.command = reveal(root, goal.name)
  return item
}

function stepItem({ root, step }: Node & { readonly type: 'step' }): TreeItem {
  const item = new TreeItem(step.title?.text || step.name, TreeItemCollapsibleState.None)
  item.checkboxState = step.mark === 'done' ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked
  const due = step.due && t('due {date}', { date: step.due.date })
  item.description = step.mark === 'blocked' ? [t('blocked'), due].filter(Boolean).join(' · ') : due || ''
  item.command = reveal(root, step.name)
  return item
}

function reveal(root: string, name: string): NonNullable<TreeItem['command']> {
  return { command: 'mops.revealElement', title: t('Show in the Text'), arguments: [root, name] }
}
