/** The token types that the lexer needs to know by name. */
export const terminalNames = [
  'COMMENT',
  'LONGTEXT',
  'TEXT',
  'SMARTTEXT',
  'OPENTEXT',
  'MARK',
  'TAG',
  'DATELIKE',
  'COMMANUMBER',
  'NUMBER',
  'UNIT',
  'JUNK',
  'GIVENON',
  'WORD',
  'ID',
] as const
export type TerminalName = (typeof terminalNames)[number]

/** The name of the token type of a keyword in a place where a name may stand too. */
export function nameableType(keyword: string): string {
  return `${keyword} or a name`
}
