import { repository } from '../../../package.json'
import type { ElementKind } from '../../plan/elements/elements.js'

/** The address of the page about a kind of element in the reference, after the manifest. */
export function languagePage(kind: ElementKind): string {
  return `${repository.url.replace(/^git\+|\.git$/g, '')}/blob/main/docs/language/${kind}.md`
}
