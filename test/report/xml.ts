import { DOMParser, type Element } from '@xmldom/xmldom'

/** Reads XML strictly and returns the root element; throws on what is not well-formed. */
export function xmlRoot(text: string): Element {
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
