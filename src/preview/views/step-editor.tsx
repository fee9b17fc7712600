import { t } from '@vscode/l10n'
import { useState } from 'preact/hooks'
import type { Mark } from '../../plan/elements/elements.js'
import { StepFields } from '../edit/step-fields.js'
import type { StepView } from '../model.js'
import { Choice } from '../parts/choice.js'
import { useHost } from '../parts/host.js'
import { Fact } from '../parts/text.js'
import { markWord } from '../parts/words.js'

const choosable: readonly Mark[] = ['todo', 'doing', 'done', 'blocked', 'cancelled']

/** Mark, progress and hindrance of a step, as wishes to the editor; and what else is known of it. */
export function StepEditor({ step }: { readonly step: StepView }) {
  const { send } = useHost()
  const [isBlocking, setBlocking] = useState(false)
  const { name } = step
  const choose = (mark: Mark) => {
    setBlocking(mark === 'blocked')
    if (mark !== 'blocked')
      send(step.mark === 'blocked' && mark === 'doing' ? { type: 'setBlocked', name } : { type: 'setMark', name, mark })
  }
  return (
    <div class="editor">
      <div class="editor-row">
        <Choice
          label={t('State')}
          options={choosable
            .filter((mark) => step.kind === 'task' || (mark !== 'blocked' && (step.kind !== 'decision' || mark !== 'done')))
            .map((mark) => ({ value: mark, text: markWord(mark) }))}
          value={isBlocking ? 'blocked' : step.mark}
          onChoose={choose}
        />
        {step.kind === 'task' && <Progress step={step} />}
      </div>
      <StepFields step={step} />
      {(isBlocking || step.mark === 'blocked') && <Hindrance step={step} onDone={() => setBlocking(false)} />}
      <dl class="facts">
        {step.owner && <Fact term={t('Answers for it')}>{step.owner.title}</Fact>}
        {step.slack !== undefined && <Fact term={t('Slack')}>{t('{days} working days', { days: step.slack })}</Fact>}
        {step.expects.length > 0 && <Fact term={t('Expected effect')}>{step.expects.join(', ')}</Fact>}
        {step.costs.length > 0 && <Fact term={t('Costs')}>{step.costs.join(', ')}</Fact>}
        {step.notes.length > 0 && <Fact term={t('Note')}>{step.notes.join(' ')}</Fact>}
      </dl>
    </div>
  )
}

function Progress({ step }: { readonly step: StepView }) {
  const { send } = useHost()
  const percent = Math.round((step.progress ?? 0) * 100)
  return (
    <label class="choice">
      <span>{t('Progress')}</span>
      <input
        type="range"
        min="0"
        max="100"
        step="10"
        value={percent}
        onChange={(event) => send({ type: 'setProgress', name: step.name, percent: Number(event.currentTarget.value) })}
      />
      <output>{percent}%</output>
    </label>
  )
}

function Hindrance({ step, onDone }: { readonly step: StepView; readonly onDone: () => void }) {
  const { send } = useHost()
  const [because, setBecause] = useState(step.blockedBecause ?? '')
  const submit = (event: Event) => {
    event.preventDefault()
    if (because.trim() === '') return
    send({ type: 'setBlocked', name: step.name, because: because.trim() })
    onDone()
  }
  return (
    <form class="editor-row" onSubmit={submit}>
      <label class="choice grow">
        <span>{t('Blocked because')}</span>
        <input type="text" maxlength={2000} value={because} onInput={(event) => setBecause(event.currentTarget.value)} />
      </label>
      <button type="submit" disabled={because.trim() === ''}>
        {t('Set')}
      </button>
    </form>
  )
}
