import { t } from '@vscode/l10n'
import type { PlanElement } from '../../plan/elements/elements.js'
import type { Text } from '../../plan/text/place.js'
import { levels, rule } from '../engine/rule.js'
import { quoted, replaceBy } from '../fixes/fixes.js'

const webHost = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/:?#]\S*)?$/u
const mailbox = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/

export const linkNotAUrl = rule({
  code: 'hygiene/link-not-a-url',
  levels: levels('W', 'W', 'W'),
  inLibraries: true,
  summary: 'Links are complete web or mail addresses.',
  why: 'An address without scheme cannot be clicked, and leads elsewhere in every program.',
  fix: 'Write the address with `https://`, `http://` or `mailto:`.',
  bad: 'channel web "Website" owner ben link "www.brightleaf.example"',
  good: 'channel web "Website" owner ben link "https://www.brightleaf.example"',
  check(plan, report) {
    for (const element of plan.elements) {
      for (const link of addressesIn(element)) {
        const address = link.text.trim()
        if (isAddress(address)) continue
        const better = repaired(address)
        const what =
          /^[a-z][a-z0-9+.-]*:/i.test(address) && better === undefined
            ? t('`{address}` is no web or mail address.', { address })
            : t('`{address}` has no scheme.', { address })
        const advice =
          better === undefined
            ? t('Write a complete address that begins with `https://` or `mailto:`.')
            : t('Write `{better}`.', { better })
        report(link, `${what} ${advice}`, { about: element, fixes: better === undefined ? [] : [replaceBy(link, quoted(better))] })
      }
    }
  },
})

function addressesIn(element: PlanElement): readonly Text[] {
  if (element.kind !== 'communication') return element.links
  return [...element.links, ...element.asks.flatMap((ask) => (ask.at ? [ask.at] : []))]
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/?#]+\S*$/i.test(text) || /^mailto:[^\s@]+@[^\s@]+$/i.test(text)
}

function repaired(text: string): string | undefined {
  if (mailbox.test(text)) return `mailto:${text}`
  return webHost.test(text) ? `https://${text}` : undefined
}
