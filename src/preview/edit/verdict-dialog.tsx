import { t } from '@vscode/l10n'
import { useEffect, useRef } from 'preact/hooks'
import type { WishReply } from '../messages.js'

/** So many lines of the text are shown; what a change touches beyond is counted. */
const mostLines = 12

/** What would break, before it does: move the tasks behind as well, change only this, or leave it. `undefined` leaves it. */
export function VerdictDialog({
  reply,
  onAnswer,
}: {
  readonly reply: WishReply
  readonly onAnswer: (choice: { readonly push: boolean } | undefined) => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  const { verdict, diff = [], pushed = [], references = [], others = [] } = reply
  const count = pushed.length
  return (
    <dialog ref={dialog} class="verdict" aria-labelledby="verdict-title" onClose={() => onAnswer(undefined)}>
      <h2 id="verdict-title">{t('This would follow')}</h2>
      <ul class="verdict-lines">
        {verdict?.lines.map(({ tone, text }) => (
          <li key={text} class={`tone-${tone}`}>
            {text}
          </li>
        ))}
        {references.length > 0 && <li>{t('Named by: {names}', { names: references.join(', ') })}</li>}
        {others.length > 0 && <li>{t('Other plans use this file: {names}', { names: others.join(', ') })}</li>}
      </ul>
      <div class="verdict-actions">
        {count > 0 && (
          <button type="button" class="primary" onClick={() => onAnswer({ push: true })}>
            {count === 1 ? t('Move one task') : t('Move {count} tasks', { count })}
          </button>
        )}
        <button type="button" onClick={() => onAnswer({ push: false })}>
          {count > 0 ? t('Only this') : t('Change it all the same')}
        </button>
        <button type="button" onClick={() => onAnswer(undefined)}>
          {t('Cancel')}
        </button>
      </div>
      <pre class="verdict-diff">
        {diff.slice(0, mostLines).map(({ sign, line, text }) => (
          <div key={`${sign}${line}`} class={sign === '+' ? 'is-new' : 'is-old'}>
            {`${sign} ${text}`}
          </div>
        ))}
        {diff.length > mostLines && t('and {count} more lines', { count: diff.length - mostLines })}
      </pre>
    </dialog>
  )
}
