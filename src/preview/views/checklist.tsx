import { t } from '@vscode/l10n'
import type { Mark } from '../../plan/elements/elements.js'
import { OneLineForm } from '../edit/one-line-form.js'
import { PeopleList } from '../edit/people-list.js'
import type { ItemView, PlanView, StepView } from '../model.js'
import { Choice, TaskFilters } from '../parts/choice.js'
import { useHost, useReader } from '../parts/host.js'
import { memo } from '../parts/memo.js'
import { MarkSign, Meter, SeveritySign } from '../parts/signs.js'
import { Empty, Message, Name } from '../parts/text.js'
import { choiceText, dayMonth, markWord, priorityWord, spaced, timeLeft } from '../parts/words.js'
import { checklistGroups } from '../view-state.js'
import { filtered, grouped, type StepGroup, stepDates } from './grouping.js'
import { StepEditor } from './step-editor.js'

/** All steps to tick off, grouped and filtered as the reader chooses. */
export function Checklist({ plan }: { readonly plan: PlanView }) {
  const { isLive, setState, wish } = useHost()
  const { state } = useReader()
  const add = isLive && (
    <OneLineForm
      label={t('New task')}
      action={t('Add')}
      placeholder={t('What is to be done')}
      onSubmit={(title) => wish({ type: 'add', kind: 'task', title })}
    />
  )
  if (plan.steps.length === 0)
    return (
      <div class="stack">
        <Empty title={t('No tasks yet')}>{t('A task says who does what until when, and for which goal.')}</Empty>
        {add}
      </div>
    )
  const steps = filtered(plan.steps, state)
  const words = {
    phase: t('Phase'),
    goal: t('Goal'),
    person: t('Person'),
    category: t('Category'),
    priority: t('Priority'),
    due: t('Due date'),
  }
  const hasPhases = plan.phases.length > 0
  const by = state.checklistGroup === 'phase' && !hasPhases ? 'goal' : state.checklistGroup
  const groups = grouped(plan, steps, by)
  return (
    <div class="stack">
      {isLive && (
        <div class="toolbar" role="toolbar" aria-label={t('Filters')}>
          <TaskFilters plan={plan} />
          <Choice
            label={t('Group by')}
            options={checklistGroups.filter((one) => one !== 'phase' || hasPhases).map((one) => ({ value: one, text: words[one] }))}
            value={by}
            onChoose={(checklistGroup) => setState({ checklistGroup })}
          />
        </div>
      )}
      {add}
      {isLive && <PeopleList people={plan.people} />}
      {groups.length === 0 && <Empty title={t('No task fits these filters')} />}
      {groups.map((group) => (
        <Group key={group.key} group={group} />
      ))}
    </div>
  )
}

function Group({ group: { title, steps } }: { readonly group: StepGroup }) {
  const { state, cursor } = useReader()
  const counted = steps.filter((step) => step.mark !== 'cancelled')
  const done = counted.filter((step) => step.mark === 'done').length
  const words = t('{done} of {total}', { done, total: counted.length })
  return (
    <section class="check-group">
      <header class="group-head">
        <h3>{title}</h3>
        <span class="quiet numbers">{words}</span>
        <Meter share={counted.length > 0 ? done / counted.length : 0} label={t('{words} done', { words })} />
      </header>
      <ul class="checks">
        {steps.map((step) => (
          <Step key={step.name} step={step} isOpen={state.open.includes(step.name)} isAtCursor={cursor === step.name} />
        ))}
      </ul>
    </section>
  )
}

interface StepProps {
  readonly step: StepView
  readonly isOpen: boolean
  readonly isAtCursor: boolean
}

const Step = memo(function Step({ step, isOpen, isAtCursor }: StepProps) {
  const { isLive, setState } = useHost()
  const fold = () => setState(({ open }) => ({ open: isOpen ? open.filter((name) => name !== step.name) : [...open, step.name] }))
  const gravest = step.findings[0]
  return (
    <li class={`check is-${step.mark}${isAtCursor ? ' at-cursor' : ''}`} data-name={step.name}>
      <div class="check-row">
        {step.kind === 'decision' ? <MarkSign mark={step.mark} /> : <MarkBox name={step.name} title={step.title} mark={step.mark} />}
        <span class="grow">
          <Name of={step} class="check-title" />
          {step.kind === 'milestone' && <span class="pill pill-plain">{t('Milestone')}</span>}
          {step.kind === 'decision' && <span class="pill pill-plain">{t('Decision')}</span>}
          {step.priority !== undefined && <span class="pill pill-plain">{priorityWord(step.priority)}</span>}
          {step.isCritical && step.mark !== 'done' && <span class="pill pill-plain">{t('Critical path')}</span>}
          {gravest && (gravest.severity === 'error' || gravest.severity === 'warning') && (
            <span class="sign" title={step.findings.map((one) => one.message).join('\n')}>
              <SeveritySign severity={gravest.severity} />
            </span>
          )}
          <span class="quiet block">
            {[people(step), choiceText(step), step.category && spaced(step.category)].filter(Boolean).join(' · ')}
            {step.mark === 'blocked' && <span class="bad"> · {step.blockedBecause ?? t('blocked, no reason given')}</span>}
          </span>
        </span>
        {step.progress !== undefined && step.mark !== 'done' && (
          <span class="check-progress">
            <Meter share={step.progress} label={t('{share}% done', { share: Math.round(step.progress * 100) })} />
            <span class="quiet numbers">{Math.round(step.progress * 100)}%</span>
          </span>
        )}
        <span class="when">
          {stepDates(step)}
          <When step={step} />
        </span>
        {isLive && (
          <button
            type="button"
            class="icon"
            aria-expanded={isOpen}
            aria-label={t('Details of {title}', { title: step.title })}
            onClick={fold}
          >
            <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
          </button>
        )}
      </div>
      {step.items.length > 0 && (
        <ul class="items">
          {step.items.map((item, index) => (
            <Item key={item.at} item={item} index={index} step={step} />
          ))}
        </ul>
      )}
      {isLive && isOpen && <StepEditor step={step} />}
      {step.findings.length > 0 && isOpen && (
        <ul class="check-findings">
          {step.findings.map((finding) => (
            <li key={finding.message}>
              <SeveritySign severity={finding.severity} />
              <span>
                <Message text={finding.message} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
})

function When({ step }: { readonly step: StepView }) {
  if (step.mark === 'done')
    return <span class="quiet block">{step.done === undefined ? t('done') : t('done {date}', { date: dayMonth(step.done) })}</span>
  if (step.mark === 'cancelled' || step.daysLeft === undefined) return null
  return <span class={step.isLate ? 'bad block' : 'quiet block'}>{timeLeft(step.daysLeft)}</span>
}

function people({ assignees, owner }: StepView): string {
  if (assignees.length > 0) return assignees.map((one) => (one.hours === undefined ? one.title : `${one.title} ${one.hours}`)).join(', ')
  return owner ? owner.title : t('nobody assigned')
}

const Item = memo(function Item({ item, index, step }: { readonly item: ItemView; readonly index: number; readonly step: StepView }) {
  return (
    <li class={`is-${item.mark}`}>
      <MarkBox name={step.name} item={index} title={item.text} mark={item.mark} />
      <span class="check-title">{item.text}</span>
      {item.actors.length > 0 && <span class="quiet">{item.actors.map((one) => one.title).join(', ')}</span>}
    </li>
  )
})

interface MarkBoxProps {
  readonly name: string
  readonly item?: number
  readonly title: string
  readonly mark: Mark
}

/** A click sends the wish; the box shows what the text says, so it changes when the text has. */
function MarkBox({ name, item, title, mark }: MarkBoxProps) {
  const { isLive, send } = useHost()
  if (!isLive) return <MarkSign mark={mark} />
  const tick = () => send({ type: 'setMark', name, ...(item !== undefined && { item }), mark: mark === 'done' ? 'todo' : 'done' })
  return (
    // biome-ignore lint/a11y/useSemanticElements: the check box of the platform has two looks, a mark has five
    <button
      type="button"
      class="mark-box"
      role="checkbox"
      aria-checked={mark === 'done' ? 'true' : mark === 'doing' ? 'mixed' : 'false'}
      aria-label={`${title} (${markWord(mark)})`}
      onClick={tick}
    >
      <MarkSign mark={mark} />
    </button>
  )
}
