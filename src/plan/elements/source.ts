import type { Place, Sited, Text, Word } from '../text/place.js'
import type { ElementKind, PlanElement } from './elements.js'
import type { Fault } from './fault.js'
import type { Ref } from './ref.js'

/** One name in a clause or formula, with what the clause takes. */
export interface RefUse {
  readonly ref: Ref
  /** The clause word: `owner`, `=`, `@`. */
  readonly clause: string
  /** The kinds that fit here. */
  readonly expects: readonly ElementKind[]
  /** The words for them in messages: `person, team or role`. */
  readonly expected: string
  /** The element that the clause stands in. */
  readonly element: PlanElement
}

export interface ImportLine extends Sited {
  /** As written. */
  readonly path: Text
  /** The workspace path that it leads to, whether or not there is a file; undefined where it can only lie outside. */
  readonly target: string | undefined
}

/** A free word and what it is used as, for near-miss checks. */
export interface FreeWord extends Word {
  readonly role: 'unit' | 'category' | 'stakeholder kind' | 'tool kind' | 'report kind' | 'skill' | 'tag'
}

/** One file, read. It does not depend on any other file. Only its places change, when its next version is read from it. */
export interface ReadFile {
  readonly path: string
  /** Top-level and nested elements in the order of the text. */
  readonly elements: readonly PlanElement[]
  readonly imports: readonly ImportLine[]
  readonly faults: readonly Fault[]
  readonly refs: readonly RefUse[]
  readonly texts: readonly Text[]
  readonly words: readonly FreeWord[]
  /** Names of elements whose kind is misspelled: they stand in the text, and nothing is known of them. */
  readonly unread: readonly Word[]
  readonly end: Place
}

/** The columns of a data file that a source names, or why there are none. */
export type DataFile = { readonly columns: readonly string[] } | 'missing'

/** The data files whose columns are known, or which are missing, by workspace path. */
export type DataFiles = ReadonlyMap<string, DataFile>

/** What a plan is made from: its root file and all that it imports. */
export interface PlanSource {
  /** The path of the file that the plan or library is named after. */
  readonly root: string
  /** Sorted by path in code-unit order. */
  readonly files: readonly ReadFile[]
  /** Faults that only show with all files in view: imports, several strategies. */
  readonly faults: readonly Fault[]
  /** Names that other files would have brought: an import failed, so unknown names are not reported in these files. */
  readonly filesWithFailedImports: ReadonlySet<string>
  /** Undefined where files cannot be read. */
  readonly data: DataFiles | undefined
}
