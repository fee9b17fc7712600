/** Why a file gives no text. */
export type FileProblem = 'missing' | 'folder' | 'outside' | 'undecodable' | 'too-large' | 'unreadable'

/** The text of a file, or why there is none. */
export type FileRead = { readonly text: string } | { readonly problem: FileProblem }

export interface ReadOptions {
  /** The URI of the workspace folder. */
  readonly within: string
  /** Only the beginning of so many bytes; what is no UTF-8 in it does not matter. */
  readonly limit?: number
}

/** How the server reads files that are not open: from the disk, or through the client. */
export interface FileSource {
  /** The URIs of all plans in a folder and below; what `.gitignore` names and the given globs match is left out. */
  readonly findPlans: (folder: string, exclude: readonly string[]) => Promise<readonly string[]>
  /** The text of a file, without its byte order mark. One that links lead to a place outside of the folder `within` is not read. */
  readonly read: (uri: string, options: ReadOptions) => Promise<FileRead>
}
