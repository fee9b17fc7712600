import { t } from '@vscode/l10n'
import type { PlanView } from '../model.js'
import { taskFilters } from '../view-state.js'
import { useHost, useReader } from './host.js'

interface ChoiceProps<V extends string> {
  readonly label: string
  readonly options: readonly { readonly value: V; readonly text: string }[]
  readonly value: V
  readonly onChoose: (value: V) => void
}

/** One of a few, all in sight. */
export function Segments<V extends string>({ label, options, value, onChoose }: ChoiceProps<V>) {
  return (
    <fieldset class="segments">
      <legend class="unseen">{label}</legend>
      {options.map((option) => (
        <button key={option.value} type="button" aria-pressed={option.value === value} onClick={() => onChoose(option.value)}>
          {option.text}
        </button>
      ))}
    </fieldset>
  )
}

/** One of several, in a list. */
export function Choice<V extends string>({ label, options, value, onChoose }: ChoiceProps<V>) {
  return (
    <label class="choice">
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value)
          if (chosen) onChoose(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Which tasks, and whose; the same choice in the checklist and on the timeline. */
export function TaskFilters({ plan }: { readonly plan: PlanView }) {
  const { setState } = useHost()
  const { state } = useReader()
  const words = { all: t('All'), open: t('Open'), late: t('Late'), blocked: t('Blocked') }
  return (
    <>
      <Segments
        label={t('Tasks')}
        options={taskFilters.map((value) => ({ value, text: words[value] }))}
        value={state.tasks}
        onChoose={(tasks) => setState({ tasks })}
      />
      <Choice
        label={t('Tasks of')}
        options={[{ value: '', text: t('Everybody') }, ...plan.people.map((person) => ({ value: person.name, text: person.title }))]}
        value={state.person ?? ''}
        onChoose={(person) => setState({ person: person === '' ? null : person })}
      />
    </>
  )
}
