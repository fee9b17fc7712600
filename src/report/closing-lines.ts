import { t } from '@vscode/l10n'
import type { PlanDate } from '../plan/model/status-date.js'
import { plainText } from './plain-text.js'
import { type CheckResult, commonDate } from './result.js'
import { countText } from './severity-words.js'

/** What a run was about, a sentence a line: counts, plans, what is not shown, the status date. */
export function closingLines(result: CheckResult): string[] {
  const lines = [`${countText(result)} ${scope(result)}`]
  const { fixed, known, newOnly } = result
  if (fixed) {
    lines.push(
      fixed.fixes === 0
        ? t('Nothing to fix without a person’s judgement.')
        : t('Fixes applied: {fixes}, in {files}.', { fixes: fixed.fixes, files: files(fixed.files) }),
    )
  }
  if (newOnly) {
    lines.push(
      newOnly.hidden === 1
        ? t('1 finding that was there at {revision} not shown.', { revision: plainText(newOnly.revision) })
        : t('{count} findings that were there at {revision} not shown.', { count: newOnly.hidden, revision: plainText(newOnly.revision) }),
    )
  }
  if (known) lines.push(...knownLines(known))
  lines.push(...dateLines(result))
  return lines
}

function knownLines({ hidden, gone, pruned }: NonNullable<CheckResult['known']>): string[] {
  const lines = [
    hidden === 1 ? t('1 known finding not shown.') : t('{count} known findings not shown.', { count: hidden }),
    ...gone.map(({ code, file, message }) =>
      t('Listed as known, and gone: {file} [{code}] {message}', { file: plainText(file), code, message: plainText(message) }),
    ),
  ]
  if (gone.length === 0) return lines
  return [...lines, pruned ? t('The list was cleared of what is gone.') : t('Clear the list of what is gone with --prune-known.')]
}

function scope({ plans, fileCount }: CheckResult): string {
  if (plans.length === 0) return t('in {files}.', { files: files(fileCount) })
  return plans.length === 1
    ? t('in 1 plan ({files}).', { files: files(fileCount) })
    : t('in {count} plans ({files}).', { count: plans.length, files: files(fileCount) })
}

function files(count: number): string {
  return count === 1 ? t('1 file') : t('{count} files', { count })
}

function dateLines(result: CheckResult): string[] {
  const common = commonDate(result)
  if (common) return [t('Status date {date}, {origin}.', { date: common.date, origin: originText(common) })]
  const groups = new Map<string, { readonly date: PlanDate; readonly files: string[] }>()
  for (const { file, statusDate } of result.plans) {
    const key = `${statusDate.date} ${statusDate.origin}`
    const group = groups.get(key)
    if (group) group.files.push(file)
    else groups.set(key, { date: statusDate, files: [file] })
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) =>
      t('Status date {date}, {origin}: {files}.', {
        date: group.date.date,
        origin: originText(group.date),
        files: group.files.map(plainText).join(', '),
      }),
    )
}

function originText({ origin }: PlanDate): string {
  switch (origin) {
    case 'option':
      return t('from --today')
    case 'asof':
      return t('from `asof`')
    case 'clock':
      return t('from the clock')
  }
}
