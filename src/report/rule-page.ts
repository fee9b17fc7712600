/** Where a rule's page lies, from the root of the package. */
export function rulePage(code: string): string {
  return `docs/rules/${code}.md`
}
