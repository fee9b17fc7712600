import { URI, Utils } from 'vscode-uri'
import type { FileSource } from '../workspace/file-source.js'

/** The files of one workspace folder that are not open: on the disk, or through the client. */
export interface FolderFiles extends FileSource {
  /** The workspace paths of all plans; what `.gitignore` names and the given globs match is left out. */
  readonly findPlans: (exclude: readonly string[]) => Promise<readonly string[]>
}

/** The files of a folder by its URI, which has no slash at the end. */
export type FilesOfFolder = (folder: string) => FolderFiles

/** The workspace path of what lies in a folder. */
export function pathIn(folder: string, uri: string): string {
  return decodeURIComponent(uri.slice(folder.length + 1))
}

/** The URI of a workspace path. */
export function uriIn(folder: string, path: string): string {
  const base = URI.parse(folder.includes(':') ? folder : `${folder}:`) // unsaved documents have a scheme alone
  // Half a character of UTF-16, which a text can hold, is none in a URI.
  return Utils.joinPath(base, path.replace(/\p{Surrogate}/gu, '\ufffd')).toString()
}

/** One spelling for each URI: clients and Node differ in what they escape, and in drive letters. What is no URI is '', which names nothing. */
export function oneSpelling(uri: string): string {
  try {
    return URI.parse(uri).toString()
  } catch {
    return ''
  }
}
