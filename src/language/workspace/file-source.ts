/** A text file as it was read; the text is without its byte order mark. */
export interface FileText {
  readonly text: string
  /** For writing it back as it was; known where the bytes were seen. */
  readonly hasByteOrderMark?: boolean
}

/** Why a path gives no text. */
export const fileProblems = ['missing', 'folder', 'outside', 'undecodable', 'too-large', 'unreadable'] as const
export type FileProblem = (typeof fileProblems)[number]

/** The text of a file, or why there is none. */
export type FileRead = FileText | FileProblem

/**
 * Where the files of one workspace come from: the disk, an editor, a git revision, memory. Paths are relative to the workspace, with `/`.
 * Nothing outside of the workspace is read, whichever way links lead.
 */
export interface FileSource {
  /** With `limit` only the beginning of so many bytes is read, and what is no UTF-8 in it does not matter. */
  readonly read: (path: string, limit?: number) => FileRead | Promise<FileRead>
  /** Says which files will be read next, for a source that is faster when it reads several at once. */
  readonly readAhead?: (paths: readonly string[]) => void
}
