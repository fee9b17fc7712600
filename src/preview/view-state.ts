import * as z from 'zod/mini'
import { viewNames } from './messages.js'

export const checklistGroups = ['phase', 'goal', 'person', 'category', 'priority', 'due'] as const
export const timelineGroups = ['phase', 'goal', 'person', 'category'] as const
export const zooms = ['week', 'month', 'quarter'] as const
export const taskFilters = ['all', 'open', 'late', 'blocked'] as const

/** What the reader has chosen; kept over reloads. */
export const viewState = z.object({
  view: z.enum(viewNames),
  checklistGroup: z.enum(checklistGroups),
  timelineGroup: z.enum(timelineGroups),
  zoom: z.enum(zooms),
  tasks: z.enum(taskFilters),
  /** Only what this person works on or answers for. */
  person: z.nullable(z.string()),
  matrix: z.enum(['goal', 'number', 'task', 'communication', 'sla', 'report']),
  /** The chosen cell of the workload: person and week. */
  cell: z.nullable(z.object({ person: z.string(), week: z.string() })),
  /** Names of the steps that are folded out in the checklist. */
  open: z.array(z.string()),
  scroll: z.number(),
})
export type ViewState = z.infer<typeof viewState>

export const initialState: ViewState = {
  view: 'overview',
  checklistGroup: 'phase',
  timelineGroup: 'phase',
  zoom: 'month',
  tasks: 'all',
  person: null,
  matrix: 'goal',
  cell: null,
  open: [],
  scroll: 0,
}

/** The state that was kept, or the initial one where it does not fit any more. */
export function restoredState(kept: unknown): ViewState {
  const parsed = viewState.safeParse(kept)
  return parsed.success ? parsed.data : initialState
}
