import { t } from '@vscode/l10n'
import type { Text } from '../../plan/text/place.js'
import { levels, rule } from '../engine/rule.js'
import { quoted, replaceBy } from '../fixes/fixes.js'

const freeMail =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|gmx|web|icloud|me|mac|aol|proton|protonmail|pm|tutanota|zoho|mail|yandex|t-online|freenet|posteo|mailbox|libero|virgilio|tiscali|alice|tin|bluewin)\.(?:com|net|org|de|at|ch|it|fr|es|uk|co\.uk|me|eu|ru)\b/iu

// With a country code, as digits in groups behind a leading zero, or as 555-123-4567.
const telephone =
  /(?<![\p{L}\p{N}_/.=#-])(?:(?:\+|00)[1-9](?:[ ()./-]{0,3}\d){7,14}|\(?0[1-9]\d{1,4}\)?[ /-]{1,3}\d(?:[ -]?\d){4,9}|\(?[2-9]\d{2}\)?[ .-]\d{3}[ .-]\d{4})(?![\p{L}\p{N}_%-])/u

// Most texts hold no number of that length, and this is much quicker to find out.
const sevenDigits = /\d(?:\D{0,3}\d){6}/

export const personalData = rule({
  code: 'hygiene/personal-data',
  levels: levels('-', 'I', 'W'),
  inLibraries: true,
  summary: 'No private mail address and no telephone number stands in a plan.',
  why: 'Plans need groups, not contact data of customers, which would have to be protected and deleted on request.',
  fix: "Remove it. How to reach a colleague belongs into that person's `contact`.",
  bad: 'channel web "Website" owner ben note "Ask jane.doe@gmail.com about the pictures"',
  good: 'channel web "Website" owner ben note "Ask the customer council about the pictures"',
  check(plan, report) {
    const contacts = new Set(plan.all('person').flatMap(({ contact }) => (contact ? [key(contact)] : [])))
    for (const text of plan.files.flatMap((file) => file.texts)) {
      const address = text.text.includes('@') ? freeMail.exec(text.text) : null
      const number = sevenDigits.test(text.text) ? telephone.exec(text.text) : null
      if ((!address && !number) || contacts.has(key(text))) continue
      report(
        text,
        address
          ? t("The text holds a private mail address. Plans need groups, not customers' contact data.")
          : t("The text holds a telephone number. Plans need groups, not customers' contact data."),
        { fixes: text.text.includes('\n') ? [] : [replaceBy(text, quoted(without(text.text)), t('Remove it from the text'))] },
      )
    }
  },
})

function key({ place }: Text): string {
  return `${place.start} ${place.file}`
}

/** The text without private addresses and numbers, and without the space that they leave. */
function without(text: string): string {
  const cleaned = text.replaceAll(new RegExp(freeMail, 'giu'), '').replaceAll(new RegExp(telephone, 'gu'), '')
  return cleaned
    .replaceAll(/mailto:\s*$/g, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
}
