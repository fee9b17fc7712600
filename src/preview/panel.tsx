import { t } from '@vscode/l10n'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ViewName } from './messages.js'
import type { PlanView } from './model.js'
import { useHost, useReader } from './parts/host.js'
import { allViews } from './views/all-views.js'
import { Heading } from './views/heading.js'

/** One view at a time, chosen by tabs; for the editor. */
export function Panel({ plan, isLocked }: { readonly plan: PlanView; readonly isLocked: boolean }) {
  const { send } = useHost()
  const { state } = useReader()
  const views = allViews()
  const chosen = views.find((view) => view.name === state.view) ?? views[0]
  if (!chosen) return null
  const View = chosen.of
  return (
    <main class="panel">
      <div class="panel-head">
        <Heading plan={plan} />
        <button
          type="button"
          class="lock"
          aria-pressed={isLocked}
          title={isLocked ? t('Follow the editor again') : t('Stay with this plan')}
          onClick={() => send({ type: 'lock', isLocked: !isLocked })}
        >
          {isLocked ? t('Locked') : t('Lock')}
        </button>
      </div>
      <Tabs />
      <div id="view" role="tabpanel" aria-labelledby={`tab-${chosen.name}`} tabIndex={-1} class="view">
        <h2 class="unseen">{chosen.title}</h2>
        <View plan={plan} />
      </div>
    </main>
  )
}

/** Arrow keys, Home and End move between the tabs, as the pattern for tabs asks. */
function Tabs() {
  const { setState } = useHost()
  const { state } = useReader()
  const views = allViews()
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>(`#tab-${state.view}`)
    if (!list.current || !tab) return
    const { scrollLeft, clientWidth } = list.current
    const isInSight = tab.offsetLeft >= scrollLeft && tab.offsetLeft + tab.offsetWidth <= scrollLeft + clientWidth
    if (!isInSight) list.current.scrollLeft = tab.offsetLeft - (clientWidth - tab.offsetWidth) / 2
  }, [state.view])
  const choose = (view: ViewName, isByKey: boolean) => {
    setState({ view, scroll: 0 })
    if (isByKey) list.current?.querySelector<HTMLElement>(`#tab-${view}`)?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    const at = views.findIndex((view) => view.name === state.view)
    const last = views.length - 1
    const next = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key]
    const view = next === undefined ? undefined : views[next]
    if (!view) return
    event.preventDefault()
    choose(view.name, true)
  }
  return (
    <div class="tabs" role="tablist" aria-label={t('Views')} ref={list} onKeyDown={onKey}>
      {views.map(({ name, title }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={name === state.view}
          aria-controls="view"
          tabIndex={name === state.view ? 0 : -1}
          onClick={() => choose(name, false)}
        >
          {title}
        </button>
      ))}
    </div>
  )
}
