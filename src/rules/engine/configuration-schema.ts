import { z } from 'zod'
import { severities } from '../../plan/elements/finding.js'
import { families, type Rule } from './rule.js'

const settableLevels = ['default', 'off', ...severities] as const

const level = z.enum(settableLevels).meta({ id: 'level', description: '`default` is the rule’s own level, `off` turns it off.' })

const levelByStage = z
  .strictObject({
    draft: level.optional(),
    review: level.optional(),
    approved: level.optional(),
    running: level.optional().describe('As `approved` where it is left out.'),
    closed: level.optional().describe('As `approved` where it is left out.'),
  })
  .meta({ id: 'levelByStage', description: 'A level for each stage; one that is left out is as without this setting.' })

const anyLevel = z.union([level, levelByStage]).meta({ id: 'levels' })

/** Everything that a `mops.config.json` may hold: levels for families and rules, and the thresholds of the rules that have some. */
export function configurationSchema(rules: readonly Rule[]) {
  const settings: Record<string, z.ZodType> = {}
  for (const family of families) settings[family] = z.union([level, z.strictObject({ level: anyLevel.optional() })]).optional()
  for (const rule of rules) {
    const setting = z
      .union([level, z.strictObject({ level: anyLevel.optional(), ...optionsOf(rule) })])
      .optional()
      .describe(rule.summary)
    for (const code of [rule.code, ...(rule.aliases ?? [])]) settings[code] = setting
  }
  return z
    .strictObject({
      $schema: z.string().optional(),
      extends: z
        .union([z.string(), z.array(z.string())])
        .optional()
        .describe(
          'Files whose settings hold where this one says nothing: `./…` or `../…` from this file, or an installed package (`@acme/mops-config`, `@acme/mops-config/strict.json`). A later one wins over an earlier one.',
        ),
      rules: z.strictObject(settings).optional().describe('Levels and thresholds; a rule wins over its family.'),
    })
    .describe('Settings of mops for the plans in this folder and below.')
}

function optionsOf(rule: Rule): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(rule.options ?? {}).map(([name, value]) => [
      name,
      typeof value === 'number'
        ? z.number().min(0).optional().describe(`Default: ${value}.`)
        : z.array(z.string()).optional().describe('Words in addition to the built-in ones.'),
    ]),
  )
}
