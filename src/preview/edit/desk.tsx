import { t } from '@vscode/l10n'
import type { JSX } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { HostMessage, PreviewMessage, Wish, WishReply } from '../messages.js'
import { VerdictDialog } from './verdict-dialog.js'

interface Asked {
  readonly intents: readonly Wish[]
  readonly reply: WishReply
}

interface Desk {
  readonly wish: (...intents: readonly Wish[]) => void
  readonly receive: (answer: Extract<HostMessage, { type: 'answer' }>) => void
  readonly shown: JSX.Element
}

/** Milliseconds for which a change can be undone where it was made; the editor can for longer. */
const undoable = 6000

/** Sends wishes, asks before something breaks, says what came of them, and offers to undo it. */
export function useDesk(send: (message: PreviewMessage) => void): Desk {
  const waiting = useRef(new Map<number, readonly Wish[]>())
  const last = useRef(0)
  const [asked, setAsked] = useState<Asked>()
  const [said, setSaid] = useState<WishReply>()

  const post = useCallback(
    (intents: readonly Wish[], isSure: boolean, push: boolean) => {
      last.current += 1
      waiting.current.set(last.current, intents)
      send({ type: 'wish', id: last.current, intents: [...intents], isSure, push })
    },
    [send],
  )
  const wish = useCallback((...intents: readonly Wish[]) => post(intents, false, false), [post])
  const receive = useCallback(({ id, reply }: Extract<HostMessage, { type: 'answer' }>) => {
    const intents = waiting.current.get(id)
    waiting.current.delete(id)
    if (!intents) return
    if (!reply.applied && reply.reason === undefined && reply.verdict) setAsked({ intents, reply })
    else setSaid(reply)
  }, [])

  useEffect(() => {
    if (!said) return undefined
    const timer = setTimeout(() => setSaid(undefined), undoable)
    return () => clearTimeout(timer)
  }, [said])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z'
      const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (!isUndo || isField) return
      event.preventDefault()
      send({ type: event.shiftKey ? 'redo' : 'undo' })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [send])

  const answer = (choice: { readonly push: boolean } | undefined) => {
    if (asked && choice) post(asked.intents, true, choice.push)
    setAsked(undefined)
  }
  const undo = () => {
    send({ type: 'undo' })
    setSaid(undefined)
  }
  const shown = (
    <>
      {asked && <VerdictDialog reply={asked.reply} onAnswer={answer} />}
      <div class="toast-place" role="status">
        {said && (
          <div class={`toast${said.applied ? '' : ' is-refused'}`}>
            <p>{said.applied ? (said.verdict?.lines[0]?.text ?? t('Changed.')) : (said.reason ?? t('The text could not be changed.'))}</p>
            {said.applied && (
              <button type="button" onClick={undo}>
                {t('Undo')}
              </button>
            )}
          </div>
        )}
      </div>
    </>
  )
  return { wish, receive, shown }
}
