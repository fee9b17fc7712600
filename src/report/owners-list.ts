import { t } from '@vscode/l10n'
import type { Concern, Concerned, Reason } from '../diff/concerned.js'
import type { PlanElement } from '../plan/elements/elements.js'
import { jsonText } from './json-text.js'
import { markdownText } from './markdown-text.js'
import { plainText } from './plain-text.js'

/** The people whom a plan, or a change to it, concerns. */
export interface OwnersOfPlan {
  /** The plan's file, as the reader knows it. */
  readonly file: string
  readonly title: string
  readonly concerned: readonly Concerned[]
}

/** A block for each person: name, contact, and why. */
export function ownersText(plans: readonly OwnersOfPlan[]): string {
  const blocks = plans.map(({ file, title, concerned }) =>
    [
      `${plainText(title)} (${plainText(file)})`,
      ...concerned.flatMap(({ who, reasons }) => [
        `  ${plainText(nameOf(who))}`,
        ...reasons.map((one) => `    ${plainText(reasonText(one))}`),
      ]),
      ...(concerned.length === 0 ? [`  ${t('Nobody.')}`] : []),
    ].join('\n'),
  )
  return `${blocks.length === 0 ? t('No plan has changed.') : blocks.join('\n\n')}\n`
}

/** The same as a list for a pull request; those who have to approve are ticked off by hand. */
export function ownersMarkdown(plans: readonly OwnersOfPlan[]): string {
  const blocks = plans.map(({ title, concerned }) =>
    [
      `### ${markdownText(title)}`,
      '',
      ...concerned.map(({ who, reasons }) => {
        const box = reasons.some(({ concern }) => concern === 'approves') ? '[ ] ' : ''
        return `- ${box}**${markdownText(nameOf(who))}**: ${reasons.map((one) => markdownText(reasonText(one))).join('; ')}`
      }),
      ...(concerned.length === 0 ? [t('Nobody.')] : []),
    ].join('\n'),
  )
  return `${blocks.length === 0 ? t('No plan has changed.') : blocks.join('\n\n')}\n`
}

/** The same as data. */
export function ownersJson(plans: readonly OwnersOfPlan[]): string {
  return jsonText({
    version: 1,
    plans: plans.map(({ file, title, concerned }) => ({
      file,
      title,
      people: concerned.map(({ who, reasons }) => ({
        name: who.name,
        title: titleOf(who),
        contact: contactOf(who) ?? null,
        approves: reasons.some(({ concern }) => concern === 'approves'),
        reasons: reasons.map(({ concern, about, changed }) => ({
          concern,
          about: about.name,
          kind: about.kind,
          changed: changed?.name ?? null,
        })),
      })),
    })),
  })
}

function nameOf(who: PlanElement): string {
  const contact = contactOf(who)
  return contact === undefined ? titleOf(who) : `${titleOf(who)} <${contact}>`
}

function contactOf(who: PlanElement): string | undefined {
  return who.kind === 'person' ? who.contact?.text : undefined
}

function titleOf(element: PlanElement): string {
  return element.title?.text || element.name
}

function reasonText({ concern, about, changed }: Reason): string {
  const said = words(concern, titleOf(about))
  return changed === undefined || changed === about
    ? said
    : t('{reason}, since “{changed}” changed', { reason: said, changed: titleOf(changed) })
}

function words(concern: Concern, title: string): string {
  switch (concern) {
    case 'approves':
      return t('approves “{title}”', { title })
    case 'owns':
      return t('answers for “{title}”', { title })
    case 'supervises':
      return t('supervises “{title}”', { title })
    case 'works on':
      return t('works on “{title}”', { title })
    case 'speaks for':
      return t('speaks for “{title}”', { title })
  }
}
