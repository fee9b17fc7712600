import { glob } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { asGlob } from '../../src/cli/loading/targets.js'
import { importTarget } from '../../src/plan/text/import-target.js'
import { folder } from '../cli/mops.js'
import { judgePlan, lines, plans, texts } from '../example-files.js'

describe('a path written the Windows way', () => {
  it.each([
    ['plans/q1.mops', '..\\shared\\people.mops', 'shared/people.mops'],
    ['plans/q1.mops', '.\\people.mops', 'plans/people.mops'],
    ['plans/q1.mops', 'deep\\.\\er/people.mops', 'plans/deep/er/people.mops'],
    ['plans/q1.mops', '..\\..\\people.mops', undefined],
    ['plans/q1.mops', 'C:\\plans\\people.mops', undefined],
    ['plans/q1.mops', 'c:people.mops', undefined],
    ['plans/q1.mops', '\\plans\\people.mops', undefined],
    ['plans/q1.mops', '\\\\server\\share\\people.mops', undefined],
    ['plans/q1.mops', 'file:///C:/plans/people.mops', undefined],
  ])('in %s, `%s` leads to %s', (from, written, target) => {
    expect(importTarget(from, written)).toBe(target)
  })

  it.each(plans.filter((root) => /^import ".*\//m.test(texts.get(root) ?? '')))('leads %s to the same findings', (root) => {
    const text = (texts.get(root) ?? '').replace(/^import ".*"$/gm, (line) => line.replaceAll('/', '\\\\'))
    expect(text).not.toBe(texts.get(root))
    const said = (changed: Readonly<Record<string, string>>) => lines(judgePlan(root, {}, changed))
    expect(said({ [root]: text })).toEqual(said({}))
  })
})

describe('a glob written the Windows way', () => {
  const cwd = folder({ 'plans/q1.mops': '', 'plans/deep/q2.mops': '', 'plans/q[3].mops': '' })
  const found = async (pattern: string, separator: string) => (await glob(asGlob(pattern, separator), { cwd })).sort()

  it('fits the same files as with slashes', async () => {
    for (const pattern of ['plans/*.mops', 'plans/**/q?.mops', './plans/{q1,deep/q2}.mops']) {
      expect(await found(pattern, '/')).not.toEqual([])
      expect(await found(pattern.replaceAll('/', '\\'), '\\')).toEqual(await found(pattern, '/'))
    }
  })

  it('keeps the backslash for a sign with a meaning where folders are parted by slashes', async () => {
    expect(await found('plans/q\\[*\\].mops', '/')).toEqual(['plans/q[3].mops'])
  })
})
