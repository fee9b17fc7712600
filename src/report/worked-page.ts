import { readPlanText } from '../language/read/read-file.js'

/** What a command says: its words behind `mops`, and the plan as the page has it by then. */
export type Answer = (words: readonly string[], plan: string) => string

const blocks = /^```(mops|console)\n([\s\S]*?)\n```$/gm

/**
 * A page that builds a plan step by step, with the real answers below its commands. A `mops` block is added to the plan; an element of a
 * name that the plan has takes its place. Of a `console` block the first line is the command.
 */
export function withAnswers(page: string, answer: Answer): string {
  let plan = ''
  return page.replace(blocks, (block, language: string, text: string) => {
    if (language === 'mops') {
      plan = written(plan, text)
      return block
    }
    const [command = ''] = text.split('\n')
    const words = command.replace(/^\$ mops /, '').split(' ')
    return `\`\`\`console\n${command}\n${answer(words, plan).trim()}\n\`\`\``
  })
}

/** The plan that a page ends with. */
export function planAtEnd(page: string): string {
  let end = ''
  withAnswers(`${page}\n\`\`\`console\n$ mops check\n\`\`\`\n`, (_, plan) => {
    end = plan
    return ''
  })
  return end
}

/** The blocks of a page that are texts of the language by themselves. */
export function plansOn(page: string): readonly string[] {
  return [...page.matchAll(blocks)].flatMap(([, language, text = '']) => (language === 'mops' ? [text] : []))
}

/** A plan with a text added: its elements stand in the place of those of the same names, the others behind. */
function written(plan: string, text: string): string {
  const [known, added] = [plan, text].map((one) => outermost(one)) as [Outermost, Outermost]
  const isNew = ({ name }: { readonly name: string }) => name === '' || !known.some((one) => one.name === name)
  const replaced = known
    .toSorted((a, b) => b.start - a.start)
    .reduce((whole, { name, start, end }) => {
      const instead = name === '' ? undefined : added.find((one) => one.name === name)
      return instead ? whole.slice(0, start) + text.slice(instead.start, instead.end) + whole.slice(end) : whole
    }, plan)
  const rest = added
    .filter((one) => !isNew(one))
    .toSorted((a, b) => b.start - a.start)
    .reduce((whole, { start, end }) => whole.slice(0, start) + whole.slice(end), text)
    .trim()
  return [replaced.trim(), rest]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}

type Outermost = readonly { readonly name: string; readonly start: number; readonly end: number }[]

function outermost(text: string): Outermost {
  return readPlanText('plan.mops', text)
    .elements.filter(({ path }) => path.length <= 1)
    .map(({ name, extent: { start, end } }) => ({ name, start, end }))
}
