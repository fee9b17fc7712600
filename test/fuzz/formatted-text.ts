import { format } from '../../src/language/format/format.js'
import { comments, said } from '../meaning.js'
import { inTime } from './in-time.js'
import { same } from './same.js'

/** Formats any text whatever: twice is once, and neither the plan nor a comment changes. */
export function formattedText(text: string): void {
  inTime(text, () => {
    const once = format(text)
    same(format(once), once, 'Formatting again gives')
    same(comments(once).join('\n'), comments(text).join('\n'), 'The comments are')
    same(said(once), said(text), 'Formatted, it says')
  })
}
