import type { Location, Range } from 'vscode-languageserver-types'
import type { Verdict } from '../plan/consequences/verdict.js'
import type { Mark, Stage } from '../plan/elements/elements.js'
import type { Severity } from '../plan/elements/finding.js'
import type { LetterState } from '../plan/goals/smart-letters.js'
import type { PlanDate } from '../plan/model/status-date.js'
import type { PlainDate } from '../plan/quantity/quantity.js'
import type { Place } from '../plan/text/place.js'
import type { Intent } from './intents/intent.js'

/**
 * Everything that client and server say to each other beyond the Language Server Protocol. Every message is declared once, here, and both
 * ends import it: `client.sendRequest<ResultOf<typeof planRequest>>(planRequest.method, params)`. URIs are those of the client's documents.
 */
export interface RequestOf<Params, Result> {
  readonly method: string
  /** Never set; it carries the types. */
  readonly types?: readonly [Params, Result]
}

export interface NotificationOf<Params> {
  readonly method: string
  /** Never set; it carries the type. */
  readonly types?: readonly [Params]
}

export type ParamsOf<Message> =
  Message extends RequestOf<infer Params, unknown> ? Params : Message extends NotificationOf<infer Params> ? Params : never
export type ResultOf<Message> = Message extends RequestOf<unknown, infer Result> ? Result : never

// ---- what a client tells at the start

/** `initializationOptions`; every part may be left out. */
export interface InitializationOptions {
  /** Commands that the client itself offers; lenses that need one are shown only when it is named here. */
  readonly clientCommands?: readonly (typeof clientCommands)[keyof typeof clientCommands][]
  /** True when the server reads files through `findFilesRequest` and `readFileRequest`, as it must in a web worker. */
  readonly readsThroughClient?: boolean
  /** Where the rule pages lie; behind it come the rule's code and `.md`. Without it, findings link to the published pages. */
  readonly rulePages?: string
  /**
   * `push` (the default): findings are published. `pull`: the client asks (`textDocument/diagnostic`, `workspace/diagnostic`). Never both, else
   * an editor would show everything twice.
   */
  readonly diagnostics?: 'push' | 'pull'
}

/** Commands of the client that the server's lenses name. The first argument of each is a URI. */
export const clientCommands = {
  /** Arguments: the plan's URI and, where a single element is meant, its name. */
  openPreview: 'mops.openPreview',
  /** Arguments: the file's URI. */
  showFindings: 'mops.showFindings',
  /** Arguments: the file's URI, a position, and the locations to show. */
  showReferences: 'mops.showReferences',
} as const

/** The settings that the server reads: the section `mops` of the client's configuration. */
export interface Settings {
  /** The status date; empty or missing: the plan's `asof`, else the clock. */
  readonly statusDate?: string
  /** Globs of files that are no part of the workspace, besides what `.gitignore` names. */
  readonly exclude?: readonly string[]
  readonly codeLens?: { readonly goals?: boolean; readonly tasks?: boolean; readonly stakeholders?: boolean; readonly files?: boolean }
  readonly inlayHints?: {
    readonly targets?: boolean
    readonly dates?: boolean
    readonly units?: boolean
    readonly shares?: boolean
    readonly load?: boolean
    readonly people?: boolean
  }
}

export const settingsSection = 'mops'

// ---- reading plans

/** A plan, or a library that belongs to none. */
export interface PlanStatus {
  /** The file with the strategy. */
  readonly uri: string
  /** The strategy's name and title; for a library the file's path. */
  readonly name: string
  readonly title: string | undefined
  readonly isLibrary: boolean
  readonly stage: Stage
  readonly statusDate: PlanDate
  /** How many findings of each severity the plan has. */
  readonly findings: Readonly<Record<Severity, number>>
  /** All files of the plan, the root first. */
  readonly files: readonly string[]
}

/** The plans that a document belongs to, or all plans of the workspace when no document is given. Waits for what is being read. */
export const statusRequest: RequestOf<{ readonly uri?: string }, readonly PlanStatus[]> = { method: 'mops/status' }

/**
 * A plan by a document: the plan whose root it is, else the first that holds it, or the one with the given root. It is found for any
 * document that is part of a plan or a library.
 */
export interface PlanAddress {
  readonly uri: string
  readonly root?: string
}

/** What a plan is for and what is left to do, for a tree or a list. */
export interface PlanOutline {
  readonly goals: readonly OutlinedGoal[]
  /** Open tasks and milestones that serve none of the goals. */
  readonly loose: readonly OutlinedStep[]
}

export interface OutlinedGoal {
  readonly name: string
  /** The name where there is no title. */
  readonly title: string
  /** How far it is SMART: S, M, A, R, T. */
  readonly letters: readonly Pick<LetterState, 'letter' | 'state'>[]
  /** Whether it will be reached, in words; empty for a goal that is dropped. */
  readonly health: string
  /** How many tasks serve it, and how many of them are done. Cancelled tasks do not count. */
  readonly tasks: number
  readonly done: number
  /** Tasks and milestones that serve it and are neither done nor cancelled, tasks first. */
  readonly open: readonly OutlinedStep[]
}

/** An open task or milestone. */
export interface OutlinedStep {
  readonly name: string
  /** The name where there is no title. */
  readonly title: string
  readonly due: PlainDate | undefined
  readonly isBlocked: boolean
}

/** The outline of a plan; null when the document is no part of any. */
export const outlineRequest: RequestOf<PlanAddress, PlanOutline | null> = { method: 'mops/outline' }

/** Where an element, or a place that a plan or a finding named, stands in the client's documents. Null for what is not there. */
export const locateRequest: RequestOf<{ readonly uri: string; readonly name?: string; readonly place?: Place }, Location | null> = {
  method: 'mops/locate',
}

/** The element that stands around a position; null between elements. The preview follows the cursor with it. */
export const elementAtRequest: RequestOf<
  { readonly uri: string; readonly range: Range },
  { readonly name: string; readonly kind: string; readonly path: readonly string[] } | null
> = { method: 'mops/elementAt' }

/** The documentation of a rule as Markdown; null for an unknown code. */
export const explainRequest: RequestOf<{ readonly code: string }, { readonly markdown: string } | null> = { method: 'mops/explain' }

/** What a new plan can start from. */
export const templatesRequest: RequestOf<
  Readonly<Record<string, never>>,
  readonly { readonly name: string; readonly title: string; readonly summary: string }[]
> = { method: 'mops/templates' }

/** The text of a new plan that begins with the next quarter; null for an unknown template. */
export const newPlanRequest: RequestOf<{ readonly template: string }, { readonly text: string } | null> = { method: 'mops/newPlan' }

/** Sent after the findings were published: these plans, or what is said about them, may have changed. */
export const planChangedNotification: NotificationOf<{ readonly plans: readonly PlanStatus[]; readonly removed: readonly string[] }> = {
  method: 'mops/planChanged',
}

// ---- changing plans: the client sends an intent, the server answers with `workspace/applyEdit`

/** An element of the plan that the document belongs to. */
export interface ElementAddress {
  readonly uri: string
  readonly name: string
  /** The position of a checklist item among those of its task, from 0. */
  readonly item?: number
}

export interface EditReply {
  readonly applied: boolean
  /** Why nothing was changed, for people. */
  readonly reason?: string
}

/** What is wished of a plan, as one step that can be undone. */
export interface IntentRequest extends PlanAddress {
  readonly intents: readonly Intent[]
  /** The version of the plan that the wish was made on; where the text has moved on since, nothing is changed. */
  readonly version?: number
  /** Steps behind the changed ones that would begin too early move along. */
  readonly push?: boolean
}

/** One line of the text that goes or comes. */
export interface ChangedLine {
  readonly uri: string
  /** From 1, in the text before for a line that goes, in the text after for one that comes. */
  readonly line: number
  readonly sign: '-' | '+'
  readonly text: string
}

/** What a wish comes to. */
export interface IntentReply extends EditReply {
  /** The text has changed since the version that was named. */
  readonly isOutdated?: boolean
  readonly verdict?: Verdict
  readonly diff?: readonly ChangedLine[]
  /** Steps behind the changed ones that would have to move as well, with their new days. */
  readonly pushed?: readonly {
    readonly name: string
    readonly title: string
    readonly start: PlainDate
    readonly end: PlainDate
    readonly days: number
  }[]
  /** What names an element that is to go. */
  readonly references?: readonly string[]
  /** Titles of other plans that use a file that changes.
   */
  readonly others?: readonly string[]
  /** The documents that change. */
  readonly uris?: readonly string[]
}

/** Says what intents would come to, and changes nothing. */
export const considerRequest: RequestOf<IntentRequest, IntentReply> = { method: 'mops/consider' }

/**
 * Carries out intents; with `unlessHarmful` only where nothing breaks that held before, nothing names what
 * goes, and no other plan uses a file that changes. */
export const intentRequest: RequestOf<IntentRequest & { readonly unlessHarmful?: boolean }, IntentReply> = { method: 'mops/intent' }

/** Sets a check mark; `done` also writes `done DATE` (the status date), any other mark removes it. */
export const setMarkRequest: RequestOf<ElementAddress & { readonly mark: Mark; readonly on?: PlainDate }, EditReply> = {
  method: 'mops/setMark',
}

/** Makes the task or milestone around a position done, and a done one to do again; null where there is none. */
export const toggleRequest: RequestOf<{ readonly uri: string; readonly range: Range }, EditReply | null> = { method: 'mops/toggle' }

/** Writes `progress N%` (0 to 100) and the mark that goes with it: 0 to do, 100 done, else in progress. */
export const setProgressRequest: RequestOf<ElementAddress & { readonly percent: number }, EditReply> = { method: 'mops/setProgress' }

/** Sets the mark `[!]` with `blocked because "…"`; without a reason the task is unblocked and in progress. */
export const setBlockedRequest: RequestOf<ElementAddress & { readonly because: string | undefined }, EditReply> = {
  method: 'mops/setBlocked',
}

/** Adds a complete clause, for example `owner ben`. */
export const addClauseRequest: RequestOf<ElementAddress & { readonly clause: string }, EditReply> = { method: 'mops/addClause' }

/**
 * The same intents as commands (`workspace/executeCommand`), so that lenses work in any editor. The one argument of each is the parameter
 * object of the request.
 */
export const serverCommands = {
  setMark: 'mops.server.setMark',
  setProgress: 'mops.server.setProgress',
  setBlocked: 'mops.server.setBlocked',
  addClause: 'mops.server.addClause',
} as const

// ---- files through the client, for the server in a web worker

/** All files of a workspace folder that the server may read: `**​/*.mops` and `mops.config.json`, excludes honoured. */
export const findFilesRequest: RequestOf<{ readonly folder: string }, readonly string[]> = { method: 'mops/findFiles' }

/** The text of a file, or why there is none. With `limit` it is the beginning of so many bytes, and what is no UTF-8 in it does not matter. */
export const readFileRequest: RequestOf<
  { readonly uri: string; readonly limit?: number },
  { readonly text: string } | { readonly problem: 'missing' | 'folder' | 'outside' | 'undecodable' | 'too-large' | 'unreadable' }
> = { method: 'mops/readFile' }
