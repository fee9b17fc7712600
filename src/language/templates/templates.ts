import { campaign } from './campaign.js'
import type { PlanTemplate } from './frame.js'
import { guided } from './guided.js'
import { leadManagement } from './lead-management.js'
import { numbers } from './numbers.js'
import { quarter } from './quarter.js'
import { small } from './small.js'
import { toolConsolidation } from './tool-consolidation.js'
import { year } from './year.js'

/** The templates by the word that chooses them. */
export const planTemplates = {
  quarter,
  year,
  campaign,
  'tool-consolidation': toolConsolidation,
  'lead-management': leadManagement,
  small,
  guided,
  numbers,
} as const satisfies Record<string, PlanTemplate>

export type TemplateName = keyof typeof planTemplates

export const templateNames = Object.keys(planTemplates) as TemplateName[] // the keys as written above
