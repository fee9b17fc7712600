/** Where the pages of the rules are published; behind it come the rule's code and `.md`. */
export const rulePages = 'https://github.com/mops-plan/mops/blob/main/docs/rules/'

/** The address of a rule's page. */
export function rulePage(code: string): string {
  return `${rulePages}${code}.md`
}
