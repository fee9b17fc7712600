import { t } from '@vscode/l10n'
import type { FreeWord } from '../../plan/elements/source.js'
import { once } from '../../plan/model/once.js'
import type { Plan } from '../../plan/model/plan.js'
import { editDistance } from '../../plan/text/distance.js'
import { stemOf } from '../../plan/text/word-stem.js'
import { builtInWords, type FreeWordUse } from '../../plan/words/free-words.js'
import { levels, rule } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'

const shortest = 4

/** The built-in words of each use that has some. */
const builtInUses: Partial<Record<FreeWord['role'], FreeWordUse>> = {
  unit: 'unit',
  category: 'category',
  skill: 'skill',
  'stakeholder kind': 'stakeholder-kind',
  'tool kind': 'tool-kind',
}

export const nearMissWord = rule({
  code: 'hygiene/near-miss-word',
  levels: levels('I', 'I', 'I'),
  inLibraries: true,
  summary: 'Words that mean the same are written the same.',
  why: 'A word with a slip in it is another word to the checker: another unit, another category, another skill.',
  fix: 'Use the usual spelling. If the word is meant as it stands, silence this rule with the reason.',
  bad: 'person dana "Dana Levi" works 16h per week skills writting, forms',
  good: 'person dana "Dana Levi" works 16h per week skills writing, forms',
  check(plan, report) {
    const known = knownWords(plan)
    for (const word of plan.files.flatMap((file) => file.words)) {
      const use = known.get(word.role)
      if (use?.counts.get(word.word) !== 1 || isBuiltIn(word) || [...word.word].length < shortest) continue
      const isPart = isPartOfUnit(word)
      const near = nearestOf(word.word, use, isPart)
      if (near === undefined) continue
      const times = use.counts.get(near) ?? 0
      const parts = { use: roleWord(word.role), word: word.word, near, times }
      const message =
        times > 1
          ? t('{use} `{word}` is used once and `{near}` {times} times. They are two words to the checker. Did you mean `{near}`?', parts)
          : t(
              '{use} `{word}` is used once, and the usual word is `{near}`. They are two words to the checker. Did you mean `{near}`?',
              parts,
            )
      report(word.place, message, { other: near, fixes: isPart ? [] : [replaceBy(word, near)] })
    }
  },
})

/** `lead` in `EUR/lead`, where one of a counted thing is meant and the singular is right. */
function isPartOfUnit({ role, word, place }: FreeWord): boolean {
  return role === 'unit' && place.end - place.start !== word.length
}

interface Use {
  readonly counts: ReadonlyMap<string, number>
  /** Words that stand by themselves somewhere, and not only as part of a unit. */
  readonly standing: ReadonlySet<string>
  /** Usual words by each form that they take with one letter left out, and by themselves. */
  readonly shortened: () => ReadonlyMap<string, readonly string[]>
}

const knownWords: (plan: Plan) => ReadonlyMap<FreeWord['role'], Use> = once((plan) => {
  const counts = new Map<FreeWord['role'], Map<string, number>>()
  const standing = new Set<string>()
  for (const free of plan.files.flatMap((file) => file.words)) {
    const ofRole = counts.get(free.role) ?? new Map<string, number>()
    ofRole.set(free.word, (ofRole.get(free.word) ?? 0) + 1)
    counts.set(free.role, ofRole)
    if (!isPartOfUnit(free)) standing.add(free.word)
  }
  return new Map(
    [...counts].map(([role, ofRole]) => [
      role,
      { counts: ofRole, standing, shortened: lazily(() => shortenedForms(usualWords(role, ofRole))) },
    ]),
  )
})

/** Most plans have no word that is used only once, and the forms are many. */
function lazily<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => {
    known ??= { value: compute() }
    return known.value
  }
}

function usualWords(role: FreeWord['role'], counts: ReadonlyMap<string, number>): readonly string[] {
  const often = [...counts].filter(([, count]) => count > 1).map(([word]) => word)
  const use = builtInUses[role]
  return use ? [...often, ...builtInWords[use]] : often
}

function isBuiltIn({ role, word }: FreeWord): boolean {
  const use = builtInUses[role]
  return use !== undefined && builtInWords[use].has(word)
}

// Two words at distance 1 always share a form with at most one letter left out, so one look-up finds all candidates.
function shortenedForms(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>()
  for (const word of new Set(words)) {
    for (const form of formsOf(word)) {
      const known = forms.get(form)
      if (known) known.push(word)
      else forms.set(form, [word])
    }
  }
  return forms
}

function formsOf(word: string): ReadonlySet<string> {
  const forms = new Set([word])
  for (let position = 0; position < word.length; position++) forms.add(word.slice(0, position) + word.slice(position + 1))
  return forms
}

function nearestOf(word: string, { counts, standing, shortened }: Use, isPart: boolean): string | undefined {
  const isSingular = (candidate: string) =>
    (isPart || (counts.has(candidate) && !standing.has(candidate))) && stemOf(candidate) === stemOf(word)

  const candidates = new Set([...formsOf(word)].flatMap((form) => shortened().get(form) ?? []))
  return [...candidates]
    .filter((candidate) => editDistance(word, candidate, 1) === 1 && !isSingular(candidate))
    .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1))[0]
}

function roleWord(role: FreeWord['role']): string {
  switch (role) {
    case 'unit':
      return t('The unit')
    case 'category':
      return t('The category')
    case 'stakeholder kind':
      return t('The stakeholder kind')
    case 'tool kind':
      return t('The tool kind')
    case 'report kind':
      return t('The report kind')
    case 'skill':
      return t('The skill')
    case 'tag':
      return t('The tag')
  }
}
