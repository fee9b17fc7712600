import { t } from '@vscode/l10n'
import { stepKinds, type Task } from '../../plan/elements/elements.js'
import { isActive, isOpen } from '../../plan/model/active.js'
import { clausesOf } from '../../plan/model/given-clauses.js'
import { compare, signOf } from '../../plan/quantity/exact.js'
import { toBase } from '../../plan/quantity/units.js'
import { isReversed } from '../../plan/schedule/step-links.js'
import { elementRule, levels, type ReportFinding } from '../engine/rule.js'
import { removeAt } from '../fixes/fixes.js'
import { dropProgress, setMark } from './schedule.js'

export const progressContradictsMark = elementRule({
  code: 'schedule/progress-contradicts-mark',
  levels: levels('W', 'W', 'W'),
  inLibraries: true,
  summary: 'The mark of a task and its progress tell one story.',
  why: 'Whoever reads the mark and whoever reads the number would believe different things.',
  fix: 'Set the mark, or drop the `progress` or the `done` date.',
  bad: '[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 4h progress 40% start 2027-03-08 due 2027-03-12',
  good: '[~] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 4h progress 40% start 2027-02-08 due 2027-03-12',
  kinds: stepKinds,
  checkEach(_plan, step, report) {
    if (!isActive(step)) return
    if (step.kind === 'task') judgeProgress(step, report)
    if (!step.done || !isOpen(step)) return
    const clause = clausesOf(step, 'done')[0]
    report(step.done, t('`{step}` has a done date and is not marked done. Mark it `[x]`, or remove the date.', { step: step.name }), {
      about: step,
      fixes: [setMark(step, 'done'), ...(clause ? [removeAt(clause.place, t('Drop the done date'))] : [])],
    })
  },
})

function judgeProgress(task: Task, report: ReportFinding): void {
  if (!task.progress || isReversed(task)) return
  const progress = toBase(task.progress)
  const words = { task: task.name, progress: task.progress.text }
  const about = { about: task }
  if (task.mark === 'done' && compare(progress, '1') < 0) {
    report(task.progress, t('`{task}` is marked done and has {progress} progress. Mark it `[~]`, or remove the progress.', words), {
      ...about,
      fixes: [...dropProgress(task), setMark(task, 'doing')],
    })
  } else if (task.mark === 'todo' && signOf(progress) > 0) {
    report(task.progress, t('`{task}` is marked to do and has {progress} progress. Mark it `[~]`, or remove the progress.', words), {
      ...about,
      fixes: [setMark(task, 'doing'), ...dropProgress(task)],
    })
  } else if (task.mark === 'doing' && compare(progress, '1') >= 0) {
    report(task.progress, t('`{task}` is in progress and has {progress} progress. Mark it `[x]`, or correct the progress.', words), {
      ...about,
      fixes: [setMark(task, 'done'), ...dropProgress(task)],
    })
  }
}
