import { t } from '@vscode/l10n'
import { aspects } from '../diff/facts-of.js'
import { changeTypes } from '../diff/taxonomy.js'
import { markdownTable } from './markdown-text.js'

/** Every kind of change that a comparison tells, as a table in Markdown. */
export function taxonomyTable(): string {
  const rows = changeTypes(aspects).map(({ code, mirror, class: own, group, aspect }) => [
    `\`${code}\``,
    about(code, aspect?.noun()),
    group,
    own,
    `\`${mirror}\``,
  ])
  return markdownTable([t('code'), t('what changes'), t('group'), t('class'), t('mirror')], rows)
}

function about(code: string, noun: string | undefined): string {
  if (noun !== undefined) return noun.replace(/^the /, '')
  return code === 'element/renamed' ? t('name of an element') : code === 'element/retitled' ? t('title of an element') : t('element itself')
}
