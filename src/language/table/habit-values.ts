import type { Grain } from '../../plan/quantity/quantity.js'

function table<T>(entries: readonly (readonly [T, string])[]): ReadonlyMap<string, T> {
  return new Map(entries.flatMap(([value, words]) => words.split(', ').map((word) => [word, value] as const)))
}

/** Names of months, 1 to 12, in English, German and Italian, whole and short. */
export const months = table<number>([
  [1, 'january, jan, januar, jänner, jän, gennaio, gen'],
  [2, 'february, feb, februar, feber, febbraio, febb'],
  [3, 'march, mar, märz, mär, mrz, marzo'],
  [4, 'april, apr, aprile'],
  [5, 'may, mai, maggio, mag'],
  [6, 'june, jun, juni, giugno, giu'],
  [7, 'july, jul, juli, luglio, lug'],
  [8, 'august, aug, agosto, ago'],
  [9, 'september, sep, sept, settembre, set, sett'],
  [10, 'october, oct, oktober, okt, ottobre, ott'],
  [11, 'november, nov, novembre'],
  [12, 'december, dec, dezember, dez, dicembre, dic'],
])

/** Days of the week, Monday is 1. */
export const weekdays = table<number>([
  [1, 'monday, mon, montag, lunedì, lunedi'],
  [2, 'tuesday, tue, dienstag, martedì, martedi'],
  [3, 'wednesday, wed, mittwoch, mercoledì, mercoledi'],
  [4, 'thursday, thu, donnerstag, giovedì, giovedi'],
  [5, 'friday, fri, freitag, venerdì, venerdi'],
  [6, 'saturday, sat, samstag, sonnabend, sabato'],
  [7, 'sunday, sun, sonntag, domenica'],
])

/** What words for the state of a step mean, as a check mark. */
export const marks = table<string>([
  [
    '[x]',
    'done, complete, completed, closed, finished, resolved, shipped, live, erledigt, fertig, abgeschlossen, fatto, fatta, completato, completata, finito, concluso, chiuso',
  ],
  [
    '[~]',
    'in progress, inprogress, doing, started, ongoing, wip, active, underway, running, in review, in arbeit, läuft, begonnen, in bearbeitung, angefangen, in corso, iniziato, avviato',
  ],
  [
    '[ ]',
    'todo, to do, open, not started, new, planned, pending, backlog, draft, offen, geplant, neu, nicht begonnen, da fare, aperto, pianificato, nuovo, non iniziato',
  ],
  ['[!]', 'blocked, waiting, on hold, stuck, at risk, paused, blockiert, wartet, wartend, pausiert, bloccato, in attesa, sospeso'],
  [
    '[-]',
    'cancelled, canceled, dropped, abandoned, obsolete, abgebrochen, abgesagt, entfällt, verworfen, annullato, cancellato, abbandonato',
  ],
])

/** Words for the stages of a plan. */
export const stages = table<string>([
  ['draft', 'draft, new, planned, planning, todo, entwurf, geplant, neu, bozza, pianificato'],
  ['review', 'review, in review, proposed, pending, prüfung, in prüfung, revisione, in revisione'],
  ['approved', 'approved, accepted, agreed, signed off, freigegeben, genehmigt, approvato'],
  ['running', 'running, active, in progress, live, started, ongoing, aktiv, läuft, laufend, in arbeit, attivo, in corso'],
  ['closed', 'closed, done, complete, completed, finished, archived, abgeschlossen, beendet, fertig, chiuso, concluso, completato'],
])

/** How a goal ended. */
export const outcomes = table<string>([
  ['met', 'met, done, achieved, reached, complete, completed, success, erreicht, erledigt, erfüllt, raggiunto, fatto, completato'],
  ['missed', 'missed, failed, not met, not achieved, verfehlt, nicht erreicht, mancato, fallito, non raggiunto'],
  ['dropped', 'dropped, cancelled, canceled, abandoned, abgebrochen, verworfen, annullato, abbandonato'],
])

/** Words for low, medium and high. */
export const degrees = table<string>([
  ['low', 'low, l, small, minor, niedrig, gering, klein, tief, basso, bassa, scarso'],
  ['medium', 'medium, med, m, mid, moderate, average, normal, mittel, moderat, medio, media, moderato'],
  ['high', 'high, h, big, major, critical, severe, hoch, groß, kritisch, alto, alta, grave, critico'],
])

/** Words for periods that a grain counts. */
export const grainWords = table<Grain>([
  ['day', 'day, days, daily, tag, tage, täglich, giorno, giorni, giornaliero, giornaliera, quotidiano'],
  ['week', 'week, weeks, weekly, woche, wochen, wöchentlich, settimana, settimane, settimanale'],
  ['month', 'month, months, monthly, monat, monate, monatlich, mese, mesi, mensile'],
  ['quarter', 'quarter, quarters, quarterly, quartal, quartale, vierteljährlich, quartalsweise, trimestre, trimestri, trimestrale'],
  ['year', 'year, years, yearly, annual, annually, jahr, jahre, jährlich, anno, anni, annuale'],
])

/** Words between names of a list. */
export const joiningWords: ReadonlySet<string> = new Set(['and', 'und', 'e', 'ed', 'plus', 'sowie', 'as', 'y', 'et', 'or', 'oder', 'o'])

/** Words between the first and the last day of a period. */
export const untilWords: ReadonlySet<string> = new Set(['to', 'until', 'till', 'through', 'thru', 'bis', 'a', 'al', 'alla', 'fino'])

/** Words that mean yes and no behind a clause that has no value. */
export const yesWords: ReadonlySet<string> = new Set(['true', 'yes', 'y', 'on', 'ja', 'wahr', 'sì', 'si', 'vero'])
export const noWords: ReadonlySet<string> = new Set(['false', 'no', 'n', 'off', 'nein', 'falsch', 'none', 'null', 'falso'])

/** Words that stand where a date is not known yet. */
export const openWords: ReadonlySet<string> = new Set(
  'tbd, tba, tbc, asap, soon, unknown, open, later, someday, n a, na, ongoing, offen, unbekannt, baldmöglichst, sobald wie möglich, demnächst, da definire, da decidere, appena possibile, presto, ignoto'.split(
    ', ',
  ),
)

/** What signs and words of comparison mean. */
export const comparisons = table<string>([
  [
    'at least',
    '>=, ≥, >, =>, more than, over, above, min, minimum, no less than, mindestens, mehr als, über, almeno, più di, oltre, minimo',
  ],
  [
    'at most',
    '<=, ≤, <, =<, less than, under, below, max, maximum, no more than, up to, höchstens, weniger als, unter, maximal, al massimo, al più, meno di, sotto, massimo',
  ],
])

/** Numbers as words. */
export const numberWords = table<number>([
  [1, 'one, a, an, eins, ein, eine, einen, un, uno, una'],
  [2, 'two, zwei, due'],
  [3, 'three, drei, tre'],
  [4, 'four, vier, quattro'],
  [5, 'five, fünf, cinque'],
  [6, 'six, sechs, sei'],
  [7, 'seven, sieben, sette'],
  [8, 'eight, acht, otto'],
  [9, 'nine, neun, nove'],
  [10, 'ten, zehn, dieci'],
  [12, 'twelve, zwölf, dodici'],
])

/** Currencies by their signs and words. */
export const currencies = table<string>([
  ['EUR', '€, eur, euro, euros'],
  ['USD', '$, us$, usd, dollar, dollars, dollari'],
  ['GBP', '£, gbp, pound, pounds, pfund, sterline'],
  ['JPY', '¥, jpy, yen'],
  ['CHF', 'chf, franken, sfr, fr, franchi'],
])

/** Words behind an amount for thousands and millions, by the letter that the language has for them. */
export const multiples = table<string>([
  ['k', 'k, tsd, thousand, tausend, mila, t€'],
  ['M', 'm, mio, mln, million, millions, millionen, milioni, milione'],
])
