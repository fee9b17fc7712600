import { marks } from '../table/habit-values.js'
import { type HabitToken, plainWord } from './habit-tokens.js'

/** The check mark that a box, or a state in brackets, stands for. */
export function markOf(mark: HabitToken): string {
  if (mark.type === 'mark') return mark.text
  return marks.get(plainWord(mark.text.slice(1, -1))) ?? (/[xXvV✓✔☑✅☒]/.test(mark.text) ? '[x]' : '[ ]')
}
