import { t } from '@vscode/l10n'
import type { StepView } from '../model.js'
import { Choice } from '../parts/choice.js'
import { useHost } from '../parts/host.js'
import { Field } from './field.js'
import { peopleList } from './people-list.js'

const levels = ['none', 'high', 'medium', 'low'] as const

/** What stands in the text about a step, each value to write over: an empty one takes the clause out. */
export function StepFields({ step }: { readonly step: StepView }) {
  const { wish } = useHost()
  const { name } = step
  const set = (clause: string) => (value: string) => wish({ type: 'edit', element: { name }, clause, ...(value !== '' && { value }) })
  return (
    <div class="editor-row">
      <Field label={t('Title')} isWide value={step.title} onChange={set('title')} />
      {step.kind === 'task' && <Field label={t('First day')} type="date" value={step.start ?? ''} onChange={set('start')} />}
      <Field label={t('Last day')} type="date" value={step.end ?? ''} onChange={set('due')} />
      <Field label={t('Owner')} value={step.owner?.name ?? ''} list={peopleList} onChange={set('owner')} />
      {step.kind === 'task' && (
        <Choice
          label={t('Priority')}
          options={levels.map((level) => ({ value: level, text: level === 'none' ? t('none') : levelText(level) }))}
          value={step.priority ?? 'none'}
          onChoose={(level) => set('priority')(level === 'none' ? '' : level)}
        />
      )}
      <button type="button" class="plain-action" onClick={() => wish({ type: 'remove', element: { name } })}>
        {t('Delete')}
      </button>
    </div>
  )
}

function levelText(level: 'high' | 'medium' | 'low'): string {
  return { high: t('high'), medium: t('medium'), low: t('low') }[level]
}
