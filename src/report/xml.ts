import { XMLBuilder } from 'fast-xml-parser'
import { plainText } from './plain-text.js'

/** An element: attributes begin with `@`, `#text` is its text, all else are children; a list stands for several of the same name. */
export interface XmlElement {
  readonly [name: string]: string | number | XmlElement | readonly XmlElement[] | undefined
}

/** An XML document. Characters that XML cannot hold are written as `\u{1b}`; undefined is left out. */
export function xmlDocument(root: Readonly<Record<string, XmlElement>>): string {
  const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true, suppressEmptyNode: true })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(harmless(root))}`
}

function harmless(value: unknown): unknown {
  if (typeof value === 'string')
    return plainText(value).replace(/[\uFFFE\uFFFF]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
  if (Array.isArray(value)) return value.map(harmless)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, harmless(one)]])))
}
