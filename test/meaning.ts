import { meaningOf } from '../src/language/format/meaning.js'
import { createReadingServices } from '../src/language/parse/module.js'
import { readPlanText } from '../src/language/read/read-file.js'

const services = createReadingServices()

/** All that a file says, without where it says it, as JSON of many lines. */
export function said(text: string): string {
  return JSON.stringify(JSON.parse(meaningOf(readPlanText('plan.mops', text))), null, 1)
}

export function comments(text: string): readonly string[] {
  return services.parser.Lexer.tokenize(text).hidden.map(({ image }) => image.trimEnd())
}
