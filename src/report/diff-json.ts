import type { Change, Subject } from '../diff/changes.js'
import { effectText } from '../diff/effect-sentence.js'
import type { Effect } from '../diff/effects.js'
import { type Style, sentenceOf } from '../diff/sentence.js'
import { classCounts, type DiffResult, locateIn, type ReportedPlanDiff } from './diff-result.js'
import type { DiffReport } from './diff-schema.js'
import { jsonText } from './json-text.js'
import type { Location } from './result.js'

type ReportedChange = DiffReport['plans'][number]['changes'][number]
type ReportedEffect = ReportedChange['effects'][number]

const style: Style = { name: (name) => `\`${name}\``, title: (title) => `“${title}”`, value: (value) => value }

/** Changes as data, after `schemas/diff.schema.json`. */
export function diffJson(result: DiffResult): string {
  const report: DiffReport = {
    version: 1,
    before: result.before,
    after: result.after,
    summary: Object.fromEntries(classCounts(result)) as DiffReport['summary'], // one entry a class
    ...(result.unread.length > 0 && { unread: [...result.unread] }),
    plans: result.plans.map((plan) => ({
      file: plan.file,
      name: plan.name,
      statusDate: plan.statusDate,
      changes: plan.changes.map((change) => reportedChange(change, plan)),
      together: plan.together.map((effect) => reportedEffect(effect, plan)),
    })),
  }
  return jsonText(report)
}

function reportedChange(change: Change, plan: ReportedPlanDiff): ReportedChange {
  const { locateBefore, locateAfter } = plan
  const { code, group, kind, item, before, after, days } = change
  return {
    code,
    group,
    class: change.class,
    sentence: sentenceOf(change, style),
    kind,
    ...(item !== '' && { item }),
    ...(before && { before: reportedSubject(before, locateBefore(before.place)) }),
    ...(after && { after: reportedSubject(after, locateAfter(after.place)) }),
    ...(change.old !== undefined && { old: change.old }),
    ...(change.new !== undefined && { new: change.new }),
    ...(days !== undefined && { days }),
    effects: change.effects.map((effect) => reportedEffect(effect, plan, after?.name)),
  }
}

function reportedSubject({ name, title }: Subject, { file, start, end }: Location) {
  return { name, ...(title !== undefined && { title }), file, start, end }
}

function reportedEffect(effect: Effect, plan: ReportedPlanDiff, own?: string): ReportedEffect {
  const locate = locateIn(plan)
  const text = effectText(effect, style, { own, locate })
  if (effect.type === 'finding') {
    const { code, severity, message, fingerprint } = effect.finding
    const places = [effect.finding, ...(effect.lost?.others ?? [])].map((one) => ({ ...locate(one.place), fingerprint: one.fingerprint }))
    return { type: 'finding', text, isIntroduced: effect.isIntroduced, code, severity, message, fingerprint, places }
  }
  // The other effects hold what the schema lists; what is undefined does not get into JSON.
  return { ...effect, text } as ReportedEffect
}
