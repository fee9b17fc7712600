import type { Finding } from '../../plan/elements/finding.js'
import type { Plan } from '../../plan/model/plan.js'
import type { Judged } from './judged.js'

/** A finding that is not to be shown again. */
export interface Listed {
  readonly fingerprint: string
  /** The workspace path of the file that it was found in. */
  readonly file: string
}

/** A finding that may be one of those that are listed. */
export interface Candidate {
  readonly finding: Finding
  /** Undefined for what is no part of a plan. */
  readonly plan: Plan | undefined
  /** The files of its plan. */
  readonly files: ReadonlySet<string>
}

/** The findings of a run, each with its plan. */
export function candidates({ result, findings }: Judged): readonly Candidate[] {
  const owners = new Map<Finding, Omit<Candidate, 'finding'>>()
  for (const one of result.plans) {
    const owner = { plan: one.plan, files: new Set(one.plan.files.map(({ path }) => path)) }
    for (const finding of one.findings) owners.set(finding, owner)
  }
  return findings.map((finding) => ({
    finding,
    ...(owners.get(finding) ?? { plan: undefined, files: new Set([finding.place.file]) }),
  }))
}

/**
 * Finds for each listed finding the one that it is now, if any. It is one of the same file, else of another file of the same plan, since a
 * plan may be split; else, where its file is gone, of any, since a file may be moved. A copy is a finding of its own.
 */
export class ListedFindings<L extends Listed> {
  /** Those that have not been found yet, by fingerprint and file. */
  readonly #left = new Map<string, Map<string, L[]>>()
  readonly #gone = new Map<string, string[]>()
  readonly #isGone: (file: string) => boolean

  /** `isGone` is asked once a file. */
  constructor(listed: readonly L[], isGone: (file: string) => boolean) {
    this.#isGone = remembering(isGone)
    for (const one of listed) {
      const byFile = this.#left.get(one.fingerprint) ?? new Map<string, L[]>()
      this.#left.set(one.fingerprint, byFile)
      const entries = byFile.get(one.file)
      if (entries) entries.push(one)
      else byFile.set(one.file, [one])
    }
  }

  /** The findings among these that are listed, each with what it was listed as, which is then off the list. */
  take(all: readonly Candidate[]): ReadonlyMap<Finding, L> {
    const found = new Map<Finding, L>()
    const ways: readonly ((candidate: Candidate) => Iterable<string>)[] = [
      ({ finding }) => [finding.place.file],
      ({ finding, files }) => this.#common(finding.fingerprint, files),
      ({ finding }) => this.#goneFiles(finding.fingerprint),
    ]
    for (const filesOf of ways)
      for (const candidate of all) {
        const { finding } = candidate
        const entry = found.has(finding) ? undefined : this.#takeOne(finding.fingerprint, filesOf(candidate))
        if (entry) found.set(finding, entry)
      }
    return found
  }

  /** What has not been found. */
  get left(): readonly L[] {
    return [...this.#left.values()].flatMap((byFile) => [...byFile.values()].flat())
  }

  #takeOne(fingerprint: string, files: Iterable<string>): L | undefined {
    const byFile = this.#left.get(fingerprint)
    if (!byFile) return undefined
    for (const file of files) {
      const entry = byFile.get(file)?.pop()
      if (entry) return entry
    }
    return undefined
  }

  /** The files of a plan in which a finding is listed. */
  #common(fingerprint: string, files: ReadonlySet<string>): readonly string[] {
    const byFile = this.#left.get(fingerprint)
    if (!byFile) return []
    return byFile.size < files.size ? [...byFile.keys()].filter((file) => files.has(file)) : [...files].filter((file) => byFile.has(file))
  }

  #goneFiles(fingerprint: string): readonly string[] {
    const known = this.#gone.get(fingerprint)
    if (known) return known
    const gone = [...(this.#left.get(fingerprint)?.keys() ?? [])].filter(this.#isGone)
    this.#gone.set(fingerprint, gone)
    return gone
  }
}

function remembering(ask: (file: string) => boolean): (file: string) => boolean {
  const answers = new Map<string, boolean>()
  return (file) => {
    const answer = answers.get(file) ?? ask(file)
    answers.set(file, answer)
    return answer
  }
}
