import { repository } from '../../../package.json'

/** Where the pages of the rules are published, after the manifest; behind it come the rule's code and `.md`. */
export const rulePages = `${repository.url.replace(/^git\+|\.git$/g, '')}/blob/main/docs/rules/`

/** The address of a rule's page. */
export function rulePage(code: string): string {
  return `${rulePages}${code}.md`
}
