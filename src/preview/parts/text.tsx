import { t } from '@vscode/l10n'
import { type ComponentChildren, Fragment } from 'preact'
import type { At, Label } from '../model.js'
import { useHost } from './host.js'
import { codeParts } from './words.js'

/** A message with names in backticks, which become code. */
export function Message({ text }: { readonly text: string }) {
  return <>{codeParts(text).map((part, index) => (part.isCode ? <code key={index}>{part.text}</code> : part.text))}</>
}

/** Leads to the place in the text; on a page, which cannot lead there, it is plain text with the line as a tooltip. */
export function Source({ at, children, class: name }: { readonly at: At; readonly children: ComponentChildren; readonly class?: string }) {
  const { isLive, send, places } = useHost()
  if (!isLive) {
    const place = places[at]
    return (
      <span class={name} title={place?.line === undefined ? undefined : `${place.file}:${place.line}`}>
        {children}
      </span>
    )
  }
  const reveal = () => send({ type: 'reveal', at })
  return (
    <button type="button" class={['source', name].filter(Boolean).join(' ')} onClick={reveal}>
      {children}
    </button>
  )
}

export function Name({ of, class: name }: { readonly of: Label; readonly class?: string }) {
  return (
    <Source at={of.at} {...(name !== undefined && { class: name })}>
      {of.title}
    </Source>
  )
}

/** Names in a row, with commas; behind a button the comma is drawn, since a text there would stand aside of a name on two lines. */
export function Names({ of }: { readonly of: readonly Label[] }) {
  const { isLive } = useHost()
  return (
    <>
      {of.map((label, index) => (
        <Fragment key={label.name}>
          <span class={isLive && index < of.length - 1 ? 'listed goes-on' : 'listed'}>
            <Name of={label} />
            {!isLive && index < of.length - 1 && ','}
          </span>{' '}
        </Fragment>
      ))}
    </>
  )
}

/** Who answers for something. */
export function Owners({ of }: { readonly of: readonly Label[] }) {
  return of.length > 0 ? <Names of={of} /> : <span class="lack">{t('nobody')}</span>
}

/** A place where nothing is, with what would be there. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <div class="empty">
      <strong>{title}</strong>
      {children !== undefined && <p>{children}</p>}
    </div>
  )
}

/** A term and what it is. */
export function Fact({ term, children }: { readonly term: string; readonly children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
