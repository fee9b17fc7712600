import { t } from '@vscode/l10n'
import type { Hover, HoverParams, MarkupContent } from 'vscode-languageserver'
import { standardMetric } from '../../plan/dictionary/dictionary.js'
import type { ElementKind, PlanElement } from '../../plan/elements/elements.js'
import type { Place } from '../../plan/text/place.js'
import { languagePage } from '../table/language-page.js'
import { kindWord } from '../table/references.js'
import { clauseOf, isKind, vocabulary } from '../table/vocabulary.js'
import { hoverOfElement } from './hover-element.js'
import { declaredAt, elementsAround, refAt, touches } from './places.js'
import { answeringAt, type Provider } from './provider.js'
import { ruleMarkdown, ruleOf } from './rule-text.js'
import type { FileView } from './session.js'
import { standardText } from './slot-items.js'

/** What the plan knows about the thing under the cursor; for a keyword its meaning, for a rule code the rule. */
export const hover: Provider = {
  capabilities: { hoverProvider: true },
  attach(server) {
    server.connection.onHover(answeringAt<HoverParams, Hover | null>(server, null, withFindings, 'for the document'))
  },
}

/** The hover at an offset, and the rules that speak there. */
export function withFindings(view: FileView, offset: number): Hover | null {
  const hover = hoverAt(view, offset)
  const findings = view.folder.judgedPlan(view.plan.root)?.findings ?? []
  const codes = new Set(findings.filter(({ place }) => place.file === view.path && touches(place, offset)).map(({ code }) => code))
  const said = [...codes].slice(0, mostRules).flatMap((code) => ruleOf(code) ?? [])
  const text = said.map(({ code, summary, why }) => `**${code}** ${summary} ${why}`).join('\n\n')
  if (text === '') return hover
  const own = hover?.contents as MarkupContent | undefined // every hover here is one
  return { ...hover, contents: { kind: 'markdown', value: own ? `${own.value}\n\n---\n\n${text}` : text } }
}

const mostRules = 3

/** The hover at an offset; null where there is nothing to say. */
export function hoverAt(view: FileView, offset: number): Hover | null {
  const { file, plan, text } = view
  const use = refAt(file, offset)
  if (use) {
    const element = plan.byName(use.ref.name)
    return element ? said(view, use.ref.place, hoverOfElement(element, plan)) : null
  }
  const declared = declaredAt(file, text, offset)
  if (declared) return said(view, declared.place, withStandard(declared, view))
  const ignored = file.elements.flatMap(({ ignores }) => ignores).find(({ code }) => touches(code.place, offset))
  if (ignored) {
    const markdown = ruleMarkdown(ignored.code.text)
    return markdown === undefined ? null : said(view, ignored.code.place, markdown)
  }
  return keywordAt(view, offset)
}

function said({ folder }: FileView, place: Place, value: string): Hover {
  const contents: MarkupContent = { kind: 'markdown', value }
  return { contents, range: folder.rangeOf(place) }
}

function withStandard(element: PlanElement, view: FileView): string {
  const own = hoverOfElement(element, view.plan)
  if (element.kind !== 'metric' || element.formula) return own
  const standard = standardMetric(element.name)
  return standard ? `${own}\n\n${t('A standard metric of this name:')}\n\n${standardText(standard, view)}` : own
}

function keywordAt(view: FileView, offset: number): Hover | null {
  const { text, file, path } = view
  const word = wordAround(text, offset)
  if (!word) return null
  const around = elementsAround(file, offset).at(-1)
  const place = { file: path, ...word }
  const written = text.slice(word.start, word.end)
  if (around) {
    const clause = around.clauses.find((one) => touches(one.place, offset))
    const isBegin =
      clause && text.slice(clause.place.start, word.start).trim().split(/\s+/).filter(Boolean).length < clause.keyword.split(' ').length
    if (clause && isBegin) {
      const known = clauseOf(around.kind, clause.keyword)
      return known
        ? said(view, place, `**${clause.keyword}** ${known.about}\n\n\`\`\`mops\n${known.usage}\n\`\`\`\n\n${reference(around.kind)}`)
        : null
    }
    if (clause) return null
    if (written === around.kind) return said(view, place, kindText(around.kind))
    return null
  }
  if (written === 'import') return said(view, place, `**import** ${t('Makes the names of another file visible.')}`)
  return isKind(written) && written !== 'item' ? said(view, place, kindText(written)) : null
}

function kindText(kind: ElementKind): string {
  const { about, example } = vocabulary[kind]
  return `**${kindWord(kind)}** ${about}\n\n\`\`\`mops\n${example}\n\`\`\`\n\n${reference(kind)}`
}

function reference(kind: ElementKind): string {
  return `[${t('All about {kind}', { kind: kindWord(kind) })}](${languagePage(kind)})`
}

function wordAround(text: string, offset: number): { start: number; end: number } | undefined {
  const isLetter = (at: number) => /[\p{L}\p{N}_]/u.test(text[at] ?? '')
  let start = offset
  let end = offset
  while (start > 0 && isLetter(start - 1)) start--
  while (isLetter(end)) end++
  return start < end ? { start, end } : undefined
}
