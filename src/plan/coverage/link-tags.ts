import type { Campaign, Channel, Send } from '../elements/elements.js'
import type { Plan } from '../model/plan.js'

/** How the links of one message in one channel are tagged. */
export interface LinkTags {
  readonly campaign: Campaign
  readonly send: Send
  readonly channel: Channel
  readonly source: string | undefined
  readonly medium: string | undefined
  /** `utm_campaign`. */
  readonly name: string | undefined
  /** `utm_content`: what tells the messages of one campaign apart. */
  readonly content: string
}

/** The tags of every send in every channel of its campaign, in the order of the plan, where the campaign or the channel has any. */
export function linkTags(plan: Plan): readonly LinkTags[] {
  return plan.all('campaign').flatMap((campaign) =>
    campaign.sends.flatMap((send) =>
      plan.findAll(campaign.via, 'channel').flatMap((channel): readonly LinkTags[] => {
        const [source, medium, name] = [channel.utm?.source?.text, channel.utm?.medium?.text, campaign.utm?.text]
        if (source === undefined && medium === undefined && name === undefined) return []
        return [{ campaign, send, channel, source, medium, name, content: contentOf(send) }]
      }),
    ),
  )
}

/** The title in small letters with `_` between its words, else the day. */
function contentOf({ title, date }: Send): string {
  const words = (title?.text ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.join('_') || (date?.date ?? '')
}
