/**
 * Words that begin clauses since 0.2, with what stands behind them where they do. A number could have them as its unit before, and still
 * has where nothing of the kind follows: `to 500 table` is an amount, `at least 1 table "crm.leads"` ends with a clause.
 */
const behindYoungWord: ReadonlyMap<string, RegExp> = new Map([
  ['count', /(?!)/y],
  ['sheet', /[ \t]*"/y],
  ['table', /[ \t]*"/y],
  ['decimal', /[ \t]*"/y],
  ['consent', /[ \t]*"/y],
  ['utm', /[ \t]*"|[ \t]+(?:source|medium)[ \t]*"/y],
  ['medium', /[ \t]*"/y],
  ['empty', /(?!)/y],
  ['not', /(?!)/y],
])

/** True when a keyword behind a number, which ends at an offset, begins a clause and is not the number's unit. */
export function beginsClauseBehindNumber(keyword: string, input: string, end: number): boolean {
  const pattern = behindYoungWord.get(keyword)
  if (!pattern) return true
  pattern.lastIndex = end
  return pattern.test(input)
}
