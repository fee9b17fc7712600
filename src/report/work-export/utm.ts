import { linkTags } from '../../plan/coverage/link-tags.js'
import type { Plan } from '../../plan/model/plan.js'
import { spreadsheetCsv } from './table.js'
import { titleOf } from './work-item.js'

const columns = ['campaign', 'message', 'date', 'channel', 'utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'parameters']

/** How the links of every message are tagged, a row for each channel, with the parameters as they are put behind an address. */
export function utmCsv(plan: Plan): string {
  const rows = linkTags(plan).map(({ campaign, send, channel, source, medium, name, content }) => {
    const tags = { utm_source: source, utm_medium: medium, utm_campaign: name, utm_content: content }
    const given = Object.entries(tags).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')
    return [
      titleOf(campaign),
      send.title?.text ?? '',
      send.date?.date ?? '',
      titleOf(channel),
      source ?? '',
      medium ?? '',
      name ?? '',
      content,
      new URLSearchParams(given).toString(),
    ]
  })
  return spreadsheetCsv(columns, rows)
}
