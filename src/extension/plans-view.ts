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
import {
  locateRequest,
  type OutlinedGoal,
  type OutlinedStep,
  outlineRequest,
  type PlanStatus,
  setMarkRequest,
  statusRequest,
} from '../language/protocol.js'
import { countsText } from './finding-counts.js'
import type { PlanServer } from './plan-server.js'
import { showLocation } from './show-location.js'

type Node =
  | { readonly type: 'plan'; readonly status: PlanStatus }
  | { readonly type: 'goal'; readonly root: string; readonly goal: OutlinedGoal }
  | { readonly type: 'loose'; readonly root: string; readonly steps: readonly OutlinedStep[] }
  | { readonly type: 'step'; readonly root: string; readonly step: OutlinedStep }

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
    const steps = node.type === 'goal' ? node.goal.open : node.type === 'loose' ? node.steps : []
    return steps.map((step) => ({ type: 'step', root: node.root, step }))
  }

  private async childrenOfPlan({ uri: root }: PlanStatus): Promise<Node[]> {
    const { goals, loose } = (await this.server.ask(outlineRequest, { uri: root, root })) ?? { goals: [], loose: [] }
    return [
      ...goals.map((goal): Node => ({ type: 'goal', root, goal })),
      ...(loose.length > 0 ? [{ type: 'loose', root, steps: loose } satisfies Node] : []),
    ]
  }

  getTreeItem(node: Node): TreeItem {
    if (node.type === 'plan') return planItem(node.status)
    if (node.type === 'goal') return goalItem(node)
    if (node.type === 'step') return stepItem(node)
    const item = new TreeItem(t('Other tasks'), TreeItemCollapsibleState.Collapsed)
    item.id = `${node.root}#/other` // no name of a goal
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

function planItem({ uri, name, title, findings }: PlanStatus): TreeItem {
  const item = new TreeItem(title || name, TreeItemCollapsibleState.Expanded)
  item.id = uri
  item.description = countsText(findings)
  item.tooltip = Uri.parse(uri).path
  item.iconPath = new ThemeIcon('notebook')
  item.command = { command: 'mops.openPreview', title: t('Open Preview'), arguments: [uri] }
  return item
}

function goalItem({ root, goal: { name, title, letters, health, done, tasks: total } }: Node & { readonly type: 'goal' }): TreeItem {
  const item = new TreeItem(title, TreeItemCollapsibleState.Collapsed)
  item.id = `${root}#${name}`
  const facts = t('{letters}  {done} of {total}', {
    letters: letters
      .map(({ letter, state }) => (state === 'complete' ? letter : state === 'partial' ? letter.toLowerCase() : '·'))
      .join(''),
    done,
    total,
  })
  item.description = health === '' ? facts : `${health}  ${facts}`
  item.tooltip = new MarkdownString().appendText(t('{goal}: {done} of {total} tasks done', { goal: title, done, total }))
  item.iconPath = new ThemeIcon('target')
  item.command = reveal(root, name)
  return item
}

function stepItem({ root, step }: Node & { readonly type: 'step' }): TreeItem {
  const item = new TreeItem(step.title, TreeItemCollapsibleState.None)
  item.checkboxState = TreeItemCheckboxState.Unchecked // what is done is not listed
  const due = step.due && t('due {date}', { date: step.due })
  item.description = step.isBlocked ? [t('blocked'), due].filter(Boolean).join(' · ') : due || ''
  item.command = reveal(root, step.name)
  return item
}

function reveal(root: string, name: string): NonNullable<TreeItem['command']> {
  return { command: 'mops.revealElement', title: t('Show in the Text'), arguments: [root, name] }
}
