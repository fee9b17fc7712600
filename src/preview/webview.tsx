import { config, t } from '@vscode/l10n'
import { render } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useDesk } from './edit/desk.js'
import { keptEqual } from './kept-equal.js'
import { type HostMessage, hostMessage, type PanelState, type PreviewMessage, panelState, type ViewName } from './messages.js'
import type { PlanView } from './model.js'
import { Panel } from './panel.js'
import { type Host, HostContext, ReaderContext } from './parts/host.js'
import { Empty } from './parts/text.js'
import { type Patch, patched } from './patch.js'
import { restoredState, type ViewState } from './view-state.js'

interface VsCode {
  readonly postMessage: (message: PreviewMessage) => void
  readonly getState: () => unknown
  readonly setState: (state: ViewState & Partial<PanelState>) => void
}

declare function acquireVsCodeApi(): VsCode

interface Shown {
  readonly plan: PlanView | undefined
  readonly panel: PanelState | undefined
  /** Why there is no plan, or why a wish was not granted. */
  readonly reason: string | undefined
  readonly cursor: string | undefined
}

/** What was shown before a reload, so that a second reload finds it even when the plan is not there yet. */
function keptPanel(vscode: VsCode): PanelState | undefined {
  return panelState.safeParse(vscode.getState()).data
}

function App({ vscode }: { readonly vscode: VsCode }) {
  const [state, setState] = useState(() => restoredState(vscode.getState()))
  const [shown, setShown] = useState((): Shown => ({ plan: undefined, panel: keptPanel(vscode), reason: undefined, cursor: undefined }))
  const [target, setTarget] = useState<string>()
  const latest = useRef(shown)
  latest.current = shown
  const desk = useDesk(vscode.postMessage)

  useEffect(() => {
    const receive = (event: MessageEvent<unknown>) => {
      const parsed = hostMessage.safeParse(event.data)
      if (!parsed.success) return
      const message = parsed.data
      if (message.type === 'answer') desk.receive(message)
      setShown((before) => afterMessage(before, message))
      if (message.type === 'show') {
        const view = message.view ?? (message.name === undefined ? undefined : viewOf(latest.current.plan, message.name))
        if (view) setState((before) => ({ ...before, view }))
        setTarget(message.name)
      }
    }
    window.addEventListener('message', receive)
    vscode.postMessage({ type: 'ready' })
    return () => window.removeEventListener('message', receive)
  }, [vscode, desk.receive])

  useEffect(() => vscode.setState({ ...state, ...shown.panel }), [vscode, state, shown.panel])
  useScroll(shown.plan !== undefined, state, setState)

  useLayoutEffect(() => {
    if (target === undefined || !shown.plan) return
    elementNamed(target)?.scrollIntoView({ block: 'center' })
    setTarget(undefined)
  }, [target, shown.plan])

  useLayoutEffect(() => {
    if (shown.cursor !== undefined) elementNamed(shown.cursor)?.scrollIntoView({ block: 'nearest' })
  }, [shown.cursor])

  const host = useMemo(
    (): Host => ({
      isLive: true,
      send: vscode.postMessage,
      wish: desk.wish,
      setState: (change) => setState((before) => ({ ...before, ...(typeof change === 'function' ? change(before) : change) })),
      places: [],
    }),
    [vscode, desk.wish],
  )
  const reader = useMemo(() => ({ state, cursor: shown.cursor }), [state, shown.cursor])
  return (
    <HostContext.Provider value={host}>
      <ReaderContext.Provider value={reader}>
        {shown.plan ? <Panel plan={shown.plan} isLocked={shown.panel?.isLocked === true} /> : <Nothing reason={shown.reason} />}
        <div class="refusal" role="status">
          {shown.plan && shown.reason !== undefined && <p>{shown.reason}</p>}
        </div>
        {desk.shown}
      </ReaderContext.Provider>
    </HostContext.Provider>
  )
}

function Nothing({ reason }: { readonly reason: string | undefined }) {
  return (
    <main class="view">
      <Empty title={reason === undefined ? t('Reading the plan …') : t('No plan to show')}>{reason}</Empty>
    </main>
  )
}

function afterMessage(before: Shown, message: HostMessage): Shown {
  switch (message.type) {
    case 'plan':
      return { ...before, plan: keptEqual(before.plan, message.plan), panel: message.panel, reason: undefined }
    case 'change':
      return {
        ...before,
        plan: message.patch ? planAfter(before.plan, message.patch) : before.plan,
        panel: message.panel,
        reason: undefined,
      }
    case 'nothing':
      return { ...before, plan: undefined, reason: message.reason }
    case 'cursor':
      return { ...before, cursor: message.name ?? undefined }
    case 'refused':
      return { ...before, reason: message.reason }
    case 'show':
    case 'answer':
      return before
  }
}

function planAfter(plan: PlanView | undefined, change: Patch): PlanView | undefined {
  return plan && (patched(plan, change) as PlanView) // the host made it of two plans
}

/** The view that shows an element best. */
function viewOf(plan: PlanView | undefined, name: string): ViewName | undefined {
  if (!plan) return undefined
  const has = (list: readonly { readonly name: string }[]) => list.some((one) => one.name === name)
  if (has(plan.goals)) return 'goals'
  if (has(plan.steps)) return 'checklist'
  if (has(plan.numbers)) return 'metrics'
  if (has(plan.stakeholders)) return 'stakeholders'
  if (has(plan.tellings)) return 'communication'
  if (has(plan.slas)) return 'slas'
  if (has(plan.budgets)) return 'budget'
  if (has(plan.risks) || has(plan.lessons)) return 'risks'
  if (has(plan.people)) return 'workload'
  return undefined
}

function elementNamed(name: string): Element | null {
  return document.querySelector(`[data-name="${CSS.escape(name)}"]`)
}

/** Comes back to where the reader was, and remembers where that is. */
function useScroll(isShown: boolean, state: ViewState, setState: (change: (before: ViewState) => ViewState) => void): void {
  const wanted = useRef(state.scroll)
  useLayoutEffect(() => {
    if (isShown) window.scrollTo(0, wanted.current)
  }, [isShown])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const remember = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setState((before) => ({ ...before, scroll: Math.round(window.scrollY) })), 200)
    }
    window.addEventListener('scroll', remember, { passive: true })
    return () => {
      clearTimeout(timer)
      window.removeEventListener('scroll', remember)
    }
  }, [setState])
}

const root = document.getElementById('preview')
if (root?.dataset.texts) config({ contents: root.dataset.texts })
if (root) render(<App vscode={acquireVsCodeApi()} />, root)
