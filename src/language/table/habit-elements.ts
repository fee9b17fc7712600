import type { ElementKind } from '../../plan/elements/elements.js'

/**
 * Words that people write for an element by habit, in English, German and Italian: lower case, with blanks between the parts of a word.
 * The language's own words are not here; their plurals and capitals are understood without being listed.
 */
const written: Partial<Record<ElementKind, string>> = {
  strategy: 'plan, marketing plan, programme, program, project, strategie, projekt, strategia, piano, progetto',
  objective: 'objectives, okr, business goal, oberziel, unternehmensziel, obiettivo aziendale, obiettivo strategico',
  person: 'people, persons, member, employee, user, colleague, mitarbeiter, mitarbeiterin, persone, persona, collega',
  role: 'rolle, rollen, ruolo, ruoli, function, job',
  team: 'group, gruppe, gruppo, squadra, squad, department, abteilung, reparto',
  stakeholder: 'stakeholders, audience, zielgruppe, interessengruppe, anspruchsgruppe, portatore di interesse, pubblico',
  source: 'data source, datasource, quelle, datenquelle, fonte, fonte dati',
  measure: 'measurement, count, counter, messgröße, messgrösse, messwert, misura',
  metric: 'kpi, kpis, key figure, kennzahl, kennzahlen, metrik, metriken, metrica, metriche, indicatore',
  benchmark: 'reference value, vergleichswert, richtwert, valore di riferimento',
  goal: 'goals, key result, keyresult, kr, smart goal, ziel, ziele, obiettivo, obiettivi, traguardo',
  phase: 'phases, stage of work, epic, sprint, workstream, fase, fasi, phasen',
  task: 'todo, to do, todos, action item, activity, ticket, story, work item, aufgabe, aufgaben, compito, compiti, attività, maßnahme, massnahme',
  milestone: 'meilenstein, meilensteine, pietra miliare, milestones, deliverable',
  decision: 'decisions, entscheidung, entscheidungen, entscheid, decisione, decisioni, open question',
  communication: 'comm, comms, announcement, message, kommunikation, mitteilung, ankündigung, comunicazione, annuncio',
  sla: 'service level, service level agreement, service agreement, servicevereinbarung, accordo di servizio',
  report: 'reports, dashboard, bericht, berichte, rapporto, relazione',
  channel: 'kanal, kanäle, canale, canali',
  campaign: 'kampagne, kampagnen, campagna, campagne',
  segment: 'segmente, segmento, segmenti, list, cohort',
  tool: 'software, app, platform, system, werkzeug, strumento, strumenti',
  budget: 'budgets, etat, bilancio',
  line: 'budget line, line item, budgetposten, posten, voce, voce di spesa',
  problem: 'issue, pain point, pain, probleme, problema, problemi',
  risk: 'threat, risiko, risiken, rischio, rischi',
  assumption: 'hypothesis, annahme, annahmen, ipotesi, assunzione, presupposto',
  review: 'retro, retrospective, rückblick, retrospektive, revisione',
  journey: 'customer journey, funnel, kundenreise, percorso',
  workflow: 'automation, flow, automatisierung, automazione, flusso',
  scoring: 'lead scoring, leadscoring, punktesystem, punteggio',
  send: 'mail, mailing, versand, invio',
  score: 'punkte, punti',
}

/** The kind of element that a word stands for by habit; the word in the form of the table. */
export const elementByHabit: ReadonlyMap<string, ElementKind> = new Map(
  Object.entries(written).flatMap(([kind, words]) => words.split(', ').map((word) => [word, kind as ElementKind] as const)), // its keys are kinds
)
