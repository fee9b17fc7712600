import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadWorkspaces } from '../src/cli/loading/checked-workspace.js'
import { applySafeFixes } from '../src/cli/loading/fix.js'
import { fileTarget } from '../src/cli/loading/targets.js'
import { applyEdits, editsOfFix } from '../src/language/edits/text-edits.js'
import type { Finding, Fix } from '../src/plan/elements/finding.js'
import { type Family, families, type Rule } from '../src/rules/engine/rule.js'
import { basePlan } from '../src/rules/examples/base-plan.mops.js'
import { rules } from '../src/rules/generated/registry.js'
import { smallPlan, textOf } from './example-files.js'
import { judgeExample, overlaid } from './example-plan.js'
import { type Files, type Given, givenBy, judgeFiles } from './judged-files.js'

interface OfferedFix {
  readonly name: string
  readonly rule: Rule
  readonly given: Given
  readonly finding: Finding
  readonly fix: Fix
}

function fixesOf(family: Family): OfferedFix[] {
  return rules
    .filter((rule) => rule.code.startsWith(`${family}/`))
    .flatMap((rule) => {
      const example = rule.bad
      const { text, findings } = judgeExample(example)
      const { earlier, isWhole, without } = typeof example === 'string' ? {} : example
      const before = earlier === undefined || isWhole ? earlier : overlaid(earlier, without)
      const given = givenBy(example, text, before)
      return findings
        .filter((finding) => finding.code === rule.code)
        .flatMap((finding) => finding.fixes.map((fix) => ({ name: `${rule.code}: ${fix.title}`, rule, given, finding, fix })))
    })
}

function fixed(given: Given, fix: Fix): Files {
  const edits = editsOfFix(fix, { text: (file) => given.files[file], plan: judgeFiles(given).plan })
  const files: Record<string, string> = { ...given.files }
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const { text, leftOut } = applyEdits(
      files[file] ?? '',
      edits.filter((edit) => edit.file === file),
    )
    expect(leftOut).toEqual([])
    files[file] = text
  }
  return files
}

/** Why a finding stays after its fix. */
const staysBecause: Readonly<Record<string, string>> = {
  'smart/vague-statement': 'the measurable that is added still needs a target, which only a person can choose',
}

const unreadable: ReadonlySet<string> = new Set([
  'plan/syntax',
  'plan/unknown-clause',
  'plan/clause-not-allowed',
  'plan/duplicate-clause',
  'plan/unknown-name',
  'plan/wrong-kind',
  'plan/duplicate-name',
])

describe.each(families)('a fix of a rule of %s', (family) => {
  it('leaves a plan that can be read, without its finding', () => {
    for (const { name, rule, given, finding, fix } of fixesOf(family)) {
      const files = fixed(given, fix)
      expect(files, name).not.toEqual(given.files)
      const after = judgeFiles({ ...given, files }).findings
      expect(
        after.filter(({ code }) => unreadable.has(code)).map(({ message }) => message),
        name,
      ).toEqual([])
      const stays = after.some(({ fingerprint }) => fingerprint === finding.fingerprint)
      expect(stays, name).toBe(staysBecause[rule.code] !== undefined)
    }
  })

  it('makes no finding of its own when it is safe', () => {
    for (const { name, given, fix } of fixesOf(family).filter((offered) => offered.fix.isSafe)) {
      const before = new Set(judgeFiles(given).findings.map(({ fingerprint }) => fingerprint))
      const after = judgeFiles({ ...given, files: fixed(given, fix) }).findings
      expect(
        after.filter(({ fingerprint }) => !before.has(fingerprint)).map(({ message }) => message),
        name,
      ).toEqual([])
    }
  })
})

/** Small blemishes of the small plan, most of them with a safe fix. */
const blemishes: readonly (readonly [from: string, to: string])[] = [
  ['unsubscribed_contacts / unique_recipients', 'unsubscribed_contacts ÷ unique_recipients'],
  ['complaints / delivered', 'complaints / delivered * 100'],
  ['email_sqls / email_mqls', '100 × email_sqls / email_mqls'],
  ['after    write_guideline, redefine_lists', 'after    write_guideline, redefine_lists, audit_workflows // for long'],
  ['after    name_segment_owners', 'after    name_segment_owners, name_segment_owners'],
  ['period 2027-01 .. 2027-03', 'period 2027-03 .. 2027-01'],
  ['timebound  2027-01-04 .. 2027-01-29', 'timebound  2027-01-29 .. 2027-01-04'],
  ['period     2027-01-04 .. 2027-04-09', 'period     2027-04-09 .. 2027-01-04'],
  ['down by 0.12pp', 'down by −0.12pp'],
  ['owner      ben\n  guard', 'owner      ben\n  ignore "schedule/overdue" because "No longer"\n  guard'],
  ['by keepable_mail', 'by keepable_mail ignore "smart/owner-missing" because "Was so once"'],
  ['0.60% in 2027-03', '0,60% in 2027-03'],
  ['contact  dana', 'contact  danna'],
  ['owner   ben\n  kpi', 'owner   ben\n  owner ben\n  kpi'],
]

function replaced(text: string, changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((now, [from, to]) => now.replace(from, to), text)
}

async function fixOnDisk(
  text: string,
): Promise<{ readonly text: string; readonly fixes: number; readonly again: number; readonly dryRun: string | undefined }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mops-fix-'))
  const file = path.join(folder, 'plan.mops')
  try {
    writeFileSync(file, text)
    const run = async (isDryRun: boolean) =>
      applySafeFixes(
        await loadWorkspaces(fileTarget(file, folder), folder),
        { clock: '2027-02-12', today: undefined, stage: undefined },
        isDryRun,
      )
    const { diff: dryRun } = await run(true)
    expect(readFileSync(file, 'utf8')).toBe(text)
    const first = await run(false)
    const result = readFileSync(file, 'utf8')
    const second = await run(false)
    expect(readFileSync(file, 'utf8')).toBe(result)
    return { text: result, fixes: first.fixes, again: second.fixes, dryRun }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function errorsOf(text: string): string[] {
  const { findings } = judgeFiles({ root: 'plan.mops', files: { 'plan.mops': text } })
  return findings.filter(({ severity }) => severity === 'error').map(({ fingerprint, code }) => `${code} ${fingerprint}`)
}

/** The comments of a plan, in order: no fix may touch them. */
function commentsOf(text: string): string[] {
  return text.match(/\/\/[^\n"]*$|\/\*[\s\S]*?\*\//gm)?.map((comment) => comment.trim()) ?? []
}

describe('the safe fixes together', () => {
  const plan = replaced(textOf(smallPlan), [
    [' file "data/email.csv" dated month', ''],
    [' file "data/leads.csv" dated month', ''],
  ])

  it('make no new error, leave the comments alone, and find nothing to do a second time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray([...blemishes]), fc.boolean(), async (chosen, hasWindowsEnds) => {
        const text = replaced(plan, chosen)
        const before = hasWindowsEnds ? `\ufeff${text.replaceAll('\n', '\r\n')}` : text
        const result = await fixOnDisk(before)
        expect(result.again).toBe(0)
        expect(result.dryRun === '').toBe(result.fixes === 0)
        const known = new Set(errorsOf(before))
        expect(errorsOf(result.text).filter((error) => !known.has(error))).toEqual([])
        expect(commentsOf(result.text.replaceAll('\r\n', '\n'))).toEqual(commentsOf(text))
        if (hasWindowsEnds) expect(result.text.replaceAll('\r\n', '').includes('\n')).toBe(false)
      }),
      { numRuns: 12 },
    )
  })

  it('put the signs, factors, periods and superfluous lines right', async () => {
    const { text, fixes: count } = await fixOnDisk(replaced(plan, blemishes.slice(0, 11)))
    expect(count).toBeGreaterThanOrEqual(11)
    const kept = [
      ['after    write_guideline, redefine_lists', 'after    write_guideline, redefine_lists // for long'],
      ['down by 0.12pp', 'down by -0.12pp'],
    ] as const
    expect(text).toBe(replaced(plan, kept))
  })

  it('leave a plan without blemish as it is', async () => {
    expect(await fixOnDisk(basePlan)).toMatchObject({ text: basePlan, fixes: 0, dryRun: '' })
  })
})
