import type { Element } from '@xmldom/xmldom'
import { children } from '../xml.js'

/** For each element the children that mops writes, in the order of the sequences of `mspdi_pj15.xsd`. */
export const projectOrder: Readonly<Record<string, readonly string[]>> = {
  Project: [
    'SaveVersion',
    'Name',
    'Title',
    'ScheduleFromStart',
    'StartDate',
    'FinishDate',
    'CurrencyCode',
    'CalendarUID',
    'DefaultStartTime',
    'DefaultFinishTime',
    'MinutesPerDay',
    'MinutesPerWeek',
    'HonorConstraints',
    'StatusDate',
    'Calendars',
    'Tasks',
    'Resources',
    'Assignments',
  ],
  Calendars: ['Calendar'],
  Calendar: ['UID', 'Name', 'IsBaseCalendar', 'WeekDays'],
  WeekDays: ['WeekDay'],
  WeekDay: ['DayType', 'DayWorking', 'TimePeriod', 'WorkingTimes'],
  WorkingTimes: ['WorkingTime'],
  WorkingTime: ['FromTime', 'ToTime'],
  TimePeriod: ['FromDate', 'ToDate'],
  Tasks: ['Task'],
  Task: [
    'UID',
    'ID',
    'Name',
    'Type',
    'IsNull',
    'OutlineLevel',
    'Start',
    'Finish',
    'Duration',
    'DurationFormat',
    'Estimated',
    'Milestone',
    'Summary',
    'Critical',
    'PercentComplete',
    'ActualStart',
    'ActualFinish',
    'ConstraintType',
    'ConstraintDate',
    'Deadline',
    'Notes',
    'PredecessorLink',
  ],
  PredecessorLink: ['PredecessorUID', 'Type', 'CrossProject', 'LinkLag', 'LagFormat'],
  Resources: ['Resource'],
  Resource: ['UID', 'ID', 'Name', 'Type', 'IsNull', 'EmailAddress'],
  Assignments: ['Assignment'],
  Assignment: ['UID', 'TaskUID', 'ResourceUID', 'Work'],
}

const formats: Readonly<Record<string, RegExp>> = {
  Start: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/,
  Finish: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/,
  Duration: /^PT\d+H\d+M\d+S$/,
  Work: /^PT\d+H\d+M\d+S$/,
  FromTime: /^\d{2}:\d{2}:\d{2}$/,
  UID: /^\d+$/,
  PercentComplete: /^(?:\d|[1-9]\d|100)$/,
  Milestone: /^[01]$/,
}

/** What stands where the schema does not allow it, or is written in another form. */
export function outOfOrder(element: Element, order: Readonly<Record<string, readonly string[]>>): string[] {
  const allowed = order[element.nodeName] ?? []
  let last = 0
  return children(element).flatMap((child) => {
    const at = allowed.indexOf(child.nodeName)
    const isWrong = at < last || formats[child.nodeName]?.test(child.textContent ?? '') === false
    last = Math.max(last, at)
    return [...(isWrong ? [`${element.nodeName}/${child.nodeName} ${child.textContent}`] : []), ...outOfOrder(child, order)]
  })
}
