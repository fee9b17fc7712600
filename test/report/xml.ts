import { DOMParser, type Element } from '@xmldom/xmldom'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not occur
const neverInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}|\]\]>/u

/** Reads XML strictly and returns the root element; throws on what is not well-formed. No document of mops has a CDATA section. */
export function xmlRoot(text: string): Element {
  const [found] = neverInXml.exec(text) ?? []
  if (found !== undefined) throw new Error(`XML cannot hold ${JSON.stringify(found)} here.`)
  const parser = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`)
    },
  })
  const { documentElement } = parser.parseFromString(text, 'application/xml')
  if (!documentElement) throw new Error('The document is empty.')
  return documentElement
}

/** The child elements of an element. */
export function children(element: Element): Element[] {
  return [...element.childNodes].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE)
}

/** The attributes of an element. */
export function attributes(element: Element): Record<string, string> {
  return Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))
}
