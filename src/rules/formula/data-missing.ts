import { t } from '@vscode/l10n'
import type { Measure, Source } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { suggestions } from '../../plan/text/distance.js'
import { composed, looksLike } from '../../plan/text/look-alike.js'
import type { Word } from '../../plan/text/place.js'
import { levels, rule } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'
import { howTheyDiffer } from '../wording/look-alike.js'
import { didYouMean } from '../wording/wording.js'

export const dataMissing = rule({
  code: 'formula/data-missing',
  levels: levels('W', 'W', 'W'),
  inLibraries: true,
  summary: 'The data files that sources name exist and have the columns that are read.',
  why: 'A renamed file or column leaves a number without values, and nobody notices until the report is due.',
  fix: 'Correct the file or column, or bring the data back.',
  bad: {
    text: 'source email_platform "Email platform" from hubrunner file "data/email.csv" dated month every month owner ben',
    files: { 'data/email.csv': 'day,recipients\n2027-01-31,50500\n' },
  },
  good: {
    text: 'source email_platform "Email platform" from hubrunner file "data/email.csv" dated month every month owner ben',
    files: { 'data/email.csv': 'month,recipients\n2027-01,50500\n' },
  },
  check(plan, report) {
    const measures = measuresBySource(plan)
    for (const source of plan.all('source')) {
      const { file } = source
      const data = file && plan.source.data?.get(workspacePath(source, file.text))
      if (!file || data === undefined) continue
      if (data === 'missing') {
        report(
          file,
          t('`{file}` is not in the workspace, so `{source}` has no data. Bring the file back, or correct its path.', {
            file: file.text,
            source: source.name,
          }),
          {
            about: source,
            other: file.text,
          },
        )
        continue
      }
      for (const { column, about } of columnsOf(source, measures.get(source.name) ?? [])) {
        const columns = data.columns.map(composed)
        if (columns.includes(composed(column.word))) continue
        const twin = columns.find((name) => looksLike(name, column.word))
        const near = twin === undefined ? suggestions(column.word, columns) : [twin]
        const message = t('`{file}` has no column `{column}`.', { file: file.text, column: column.word })
        const fixes = near.filter((name) => /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name)).map((name) => replaceBy(column, name))
        const like = twin && ` ${t('One that looks the same has another name. {how}', { how: howTheyDiffer(column.word, twin) })}`
        const advice = like ?? (didYouMean(near) || ` ${t('Correct the name, or add the column.')}`)
        report(column, `${message}${advice}`, {
          about,
          other: column.word,
          fixes,
        })
      }
    }
  },
})

function measuresBySource(plan: Plan): ReadonlyMap<string, readonly Measure[]> {
  const bySource = new Map<string, Measure[]>()
  for (const measure of plan.all('measure')) {
    const source = plan.find(measure.from?.origin, 'source')
    const known = source && bySource.get(source.name)
    if (known) known.push(measure)
    else if (source) bySource.set(source.name, [measure])
  }
  return bySource
}

function columnsOf(source: Source, measures: readonly Measure[]): { column: Word; about: Source | Measure }[] {
  const own = source.dated ? [{ column: source.dated, about: source }] : []
  const read = measures.flatMap((measure) => {
    const words = [measure.from?.column, ...measure.where.map((filter) => filter.column)]
    return words.flatMap((column) => (column ? [{ column, about: measure }] : []))
  })
  return [...own, ...read]
}

/** The path of a data file in the workspace; in the plan it stands relative to the plan's file. */
function workspacePath(source: Source, path: string): string {
  const parts = source.place.file.split('/').slice(0, -1)
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
