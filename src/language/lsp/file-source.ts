/** Why a file gives no text. */
export type FileProblem = 'missing' | 'folder' | 'undecodable' | 'unreadable'

/** How the server reads files that are not open: from the disk, or through the client. */
export interface FileSource {
  /** The URIs of all plans in a folder and below; what `.gitignore` names and the given globs match is left out. */
  readonly findPlans: (folder: string, exclude: readonly string[]) => Promise<readonly string[]>
  /** The text of a file, without its byte order mark; longer ones are cut behind `limit` characters. */
  readonly read: (uri: string, limit?: number) => Promise<{ readonly text: string } | { readonly problem: FileProblem }>
}
