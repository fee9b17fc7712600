import { Component, type ComponentType, createElement } from 'preact'

/** A component that is drawn again only when a property is another object or value, or a list with other items. */
export function memo<Props extends object>(Of: ComponentType<Props>): ComponentType<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      const before = new Map<string, unknown>(Object.entries(this.props))
      const now = Object.entries(next)
      return now.length !== before.size || now.some(([name, value]) => !isSame(before.get(name), value))
    }

    override render() {
      return createElement(Of, this.props as Props)
    }
  }
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => Object.is(item, b[index]))
}
