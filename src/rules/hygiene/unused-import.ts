import { t } from '@vscode/l10n'
import type { ImportLine } from '../../plan/elements/source.js'
import type { Plan } from '../../plan/model/plan.js'
import { levels, rule } from '../engine/rule.js'
import { removeAt } from '../fixes/fixes.js'

export const unusedImport = rule({
  code: 'hygiene/unused-import',
  levels: levels('I', 'I', 'I'),
  needsEveryPlan: true,
  summary: 'Every import brings something that the plan uses.',
  why: 'An import without use makes readers look for a connection that is not there.',
  fix: 'Remove the line.',
  bad: {
    text: 'import "more-people.mops"',
    files: { 'more-people.mops': 'role writer "Writer" duties "Writes"' },
  },
  good: {
    text: `import "channels.mops"
campaign spring "Spring programme" via web for keepable_mail period 2027-03 owner ben`,
    files: { 'channels.mops': 'channel web "Website" owner ben' },
  },
  check(plan, report) {
    if (plan.isLibrary || plan.files.every((file) => file.imports.length === 0)) return
    const uses = filesUsed(plan)
    const imports = new Imports(plan)
    const paths = new Set(plan.files.map((file) => file.path))
    for (const file of plan.files) {
      const seen = new Set<string>()
      for (const line of file.imports) {
        if (line.target === undefined || !paths.has(line.target)) continue
        if (seen.has(line.target)) {
          say(line, t('`{path}` is imported twice by this file. Remove this line.', { path: line.path.text }), true)
        } else if (!plan.source.filesWithFailedImports.has(line.target) && !isUsed(imports, file.path, line.target, uses)) {
          say(line, t('Nothing of `{path}` is used here. Remove the import.', { path: line.path.text }), false)
        }
        seen.add(line.target)
      }
    }

    function say(line: ImportLine, message: string, isSafe: boolean) {
      report(line, message, {
        other: line.path.text,
        tags: ['unnecessary'],
        fixes: [{ ...removeAt(line.place, t('Remove the import')), isSafe }],
      })
    }
  },
})

/** For each file the files whose names it uses, itself left out. */
function filesUsed(plan: Plan): ReadonlyMap<string, ReadonlySet<string>> {
  const uses = new Map<string, Set<string>>()
  for (const { ref } of plan.refs) {
    const target = plan.byName(ref.name)?.place.file
    if (target === undefined || target === ref.place.file) continue
    const used = uses.get(ref.place.file)
    if (used) used.add(target)
    else uses.set(ref.place.file, new Set([target]))
  }
  return uses
}

/**
 * An import is used when a name of what it brings is used outside of it, or when what it brings uses a name of the rest: its elements are
 * then part of this plan, whether or not anything names them.
 */
function isUsed(imports: Imports, importer: string, target: string, uses: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  if (importer !== target && (uses.get(importer)?.has(target) || uses.get(target)?.has(importer))) return true
  const brought = imports.broughtBy(importer, target)
  if (!brought) return true
  for (const [file, used] of uses) {
    const isInside = brought.has(file)
    for (const other of used) if (brought.has(other) !== isInside) return true
  }
  return false
}

/** Files that import each other in all directions are followed no further than this; then their imports count as used. */
const mostFollowed = 300_000

/** Which file imports which. */
class Imports {
  private readonly targets: ReadonlyMap<string, ReadonlySet<string>>
  private followed = 0

  constructor(plan: Plan) {
    this.targets = new Map(plan.files.map((file) => [file.path, new Set(file.imports.flatMap(({ target }) => target ?? []))]))
  }

  /** The imported file and what it imports in turn, without going back through the importer. Undefined when it is not worth the time. */
  broughtBy(importer: string, target: string): ReadonlySet<string> | undefined {
    const brought = new Set([target])
    for (const path of brought) {
      if (this.followed > mostFollowed) return undefined
      const targets = this.targets.get(path) ?? []
      for (const one of targets) {
        this.followed++
        if (one !== importer) brought.add(one)
      }
    }
    return brought
  }
}
