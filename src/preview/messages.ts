import * as z from 'zod/mini'
import type { PlanView } from './model.js'
import { isPatch, type Patch } from './patch.js'

/**
 * What the preview and its host (the VS Code extension) say to each other. Each end parses what it receives with the schema here and ignores
 * what does not fit. `at` is the number of a place of the plan, as in `PlanView`; the host knows where that is.
 */

const name = z.string().check(z.minLength(1))
const at = z.int().check(z.gte(0))
const value = z.string().check(z.maxLength(10_000))

/** What is wished of the plan; the words of clauses are those of the language. */
const intent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('edit'), element: z.object({ name }), clause: name, at: z.optional(at), value: z.optional(value) }),
  z.object({ type: z.literal('add'), kind: z.literal('task'), title: value, into: z.optional(name) }),
  z.object({ type: z.literal('remove'), element: z.object({ name }) }),
])
export type Wish = z.infer<typeof intent>

const tone = z.enum(['bad', 'warning', 'good', 'plain'])

/** What a wish came to, or would come to. */
const reply = z.object({
  applied: z.boolean(),
  reason: z.optional(z.string()),
  verdict: z.optional(z.object({ lines: z.readonly(z.array(z.object({ tone, text: z.string() }))), isHarmful: z.boolean() })),
  diff: z.optional(z.readonly(z.array(z.object({ line: z.int(), sign: z.enum(['-', '+']), text: z.string() })))),
  pushed: z.optional(z.readonly(z.array(z.object({ title: z.string(), days: z.int() })))),
  references: z.optional(z.readonly(z.array(z.string()))),
  others: z.optional(z.readonly(z.array(z.string()))),
})
export type WishReply = z.infer<typeof reply>

const mark = z.enum(['todo', 'doing', 'done', 'blocked', 'cancelled'])

export const viewNames = [
  'overview',
  'goals',
  'stakeholders',
  'metrics',
  'timeline',
  'checklist',
  'workload',
  'communication',
  'slas',
  'budget',
  'automation',
  'risks',
] as const
export type ViewName = (typeof viewNames)[number]

// The host builds a PlanView itself, from the server's answer; its version says that both ends mean the same shape.
const planView = z.custom<PlanView>((value) => typeof value === 'object' && value !== null && 'version' in value && value.version === 1)

/** Which plan a preview shows, and whether it stays with it whatever is open in the editor. The preview keeps it over reloads. */
export const panelState = z.object({ uri: z.string(), isLocked: z.boolean() })
export type PanelState = z.infer<typeof panelState>

/** From the host to the preview. */
export const hostMessage = z.discriminatedUnion('type', [
  /** The whole plan. */
  z.object({
    type: z.literal('plan'),
    plan: planView,
    panel: z.optional(panelState),
  }),
  /** What has changed in the plan that was sent. */
  z.object({
    type: z.literal('change'),
    patch: z.optional(z.custom<Patch>(isPatch)),
    panel: z.optional(panelState),
  }),
  /** There is no plan to show; the text says why. */
  z.object({ type: z.literal('nothing'), reason: z.string() }),
  /** The element around the cursor; null where there is none. */
  z.object({ type: z.literal('cursor'), name: z.nullable(z.string()) }),
  /** Turn to a view, or to the view that shows an element. */
  z.object({ type: z.literal('show'), view: z.optional(z.enum(viewNames)), name: z.optional(name) }),
  /** An intent could not be carried out; the text is for people. The preview shows it and goes back to what the plan says. */
  z.object({ type: z.literal('refused'), reason: z.string() }),
  /** What a wish came to. */
  z.object({ type: z.literal('answer'), id: z.int(), reply }),
])
export type HostMessage = z.infer<typeof hostMessage>

/** From the preview to the host: wishes, never text edits. */
export const previewMessage = z.discriminatedUnion('type', [
  /** The preview listens and wants the plan. */
  z.object({ type: z.literal('ready') }),
  /** Show this place in the editor. */
  z.object({ type: z.literal('reveal'), at }),
  z.object({ type: z.literal('setMark'), name, item: z.optional(z.int().check(z.gte(0))), mark }),
  z.object({ type: z.literal('setProgress'), name, percent: z.int().check(z.gte(0), z.lte(100)) }),
  /** Without a reason: no longer blocked. */
  z.object({ type: z.literal('setBlocked'), name, because: z.optional(z.string().check(z.minLength(1), z.maxLength(2000))) }),
  /** Carry this out as one step. Not `isSure`: only where nothing breaks. `push`: tasks behind move along. */
  z.object({
    type: z.literal('wish'),
    id: z.int(),
    intents: z.array(intent).check(z.minLength(1), z.maxLength(100)),
    isSure: z.boolean(),
    push: z.boolean(),
  }),
  /** The last change of the plan's text is undone or made again, by the editor. */
  z.object({ type: z.literal('undo') }),
  z.object({ type: z.literal('redo') }),
  /** Stay with this plan, or follow the editor again. */
  z.object({ type: z.literal('lock'), isLocked: z.boolean() }),
  /** Show the documentation of a rule. */
  z.object({ type: z.literal('explain'), code: name }),
])
export type PreviewMessage = z.infer<typeof previewMessage>
