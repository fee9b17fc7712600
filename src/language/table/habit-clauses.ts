import type { ElementKind } from '../../plan/elements/elements.js'

/** Words for one clause, for the kinds of elements in which they have this meaning. */
interface Habit {
  readonly kinds: string
  /** The words of the language: a clause, or one with its first inner word, such as `timebound by`. */
  readonly means: string
  readonly words: string
}

const lastDay =
  'deadline, due, due date, due by, due on, due at, until, till, by, no later than, end, ends, end date, finish, finish date, target date, ' +
  'frist, fällig, fällig am, fällig bis, fälligkeit, bis, bis zum, termin, stichtag, ende, enddatum, abgabe, ' +
  'scadenza, data di scadenza, entro, entro il, termine, fine, data di fine, fino al, data'
const firstDay =
  'start, starts, start date, starting, start on, begin, begins, begin date, from, beginnt, beginn, start am, startdatum, anfang, ab, von, ' +
  'inizio, data di inizio, inizia, dal'
const who =
  'assignee, assignees, assigned, assigned to, assign, assign to, responsible, done by, who, people, resource, resources, worker, ' +
  'verantwortlich, verantwortliche, verantwortlicher, zuständig, bearbeiter, zugewiesen, zugewiesen an, wer, ' +
  'responsabile, responsabili, assegnato, assegnato a, assegnatario, incaricato, chi'
const owner =
  'owned by, owner, lead, leader, led by, manager, accountable, responsible, assignee, assigned to, in charge, dri, who, head, ' +
  'verantwortlich, verantwortlicher, verantwortliche, zuständig, leitung, leiter, leiterin, inhaber, eigentümer, wer, ' +
  'responsabile, proprietario, referente, titolare, capo, incaricato, chi'
const before =
  'after, depends, depends on, dependency, dependencies, depending on, blocked by, blocker, requires task, predecessor, predecessors, follows, waits for, ' +
  'nach, abhängig von, abhängigkeit, abhängigkeiten, vorgänger, wartet auf, dopo, dipende da, dipendenza, dipendenze, predecessore, attende'
const serves =
  'goal, goals, for goal, serves, contributes to, supports, toward, towards, für, ziel, ziele, per, obiettivo, obiettivi, serve a'
const work =
  'effort, estimate, estimated, estimated effort, estimation, hours, workload, work, time, aufwand, schätzung, stunden, arbeitsaufwand, stima, ore, impegno, sforzo'
const money = 'cost, costs, budget, price, spend, expense, kosten, preis, ausgaben, etat, costo, costi, prezzo, spesa'
const audience =
  'audience, audiences, recipient, recipients, to, target audience, target, send to, sent to, for, an, zielgruppe, empfänger, adressaten, a, pubblico, destinatari, destinatario'
const how =
  'channel, channels, via, through, medium, by, using, with, tool, kanal, kanäle, über, durch, canale, canali, tramite, attraverso'
const rhythm =
  'frequency, cadence, interval, how often, repeat, repeats, every, frequenz, rhythmus, turnus, häufigkeit, jede, jeden, jedes, frequenza, cadenza, ogni'
const day = `date, day, on date, at, when, on, am, datum, tag, il, giorno, ${lastDay}`
const period =
  'period, dates, date, timeline, timeframe, time frame, duration, runs, running, when, horizon, zeitraum, laufzeit, dauer, zeitplan, periode, periodo, durata, orizzonte'
const shown =
  'shows, metrics, metric, measures, measure, kpis, kpi, numbers, contains, zeigt, kennzahlen, kennzahl, mostra, metriche, indicatori'
const subject = 'about, topic, subject, re, concerns, regarding, related to, thema, betrifft, über, argomento, riguarda, su'

const habits: readonly Habit[] = [
  // ---- who
  { kinds: 'task item', means: '@', words: who },
  {
    kinds:
      'strategy objective team source metric goal task milestone decision communication sla report channel campaign segment tool budget risk assumption review workflow scoring',
    means: 'owner',
    words: owner,
  },
  { kinds: 'strategy', means: 'supervisor', words: 'sponsor, pm, project manager, supervised by, aufsicht, betreuer, supervisore' },
  { kinds: 'task', means: 'consults', words: 'consulted, consult, ask, konsultiert, consultato, consulta' },
  { kinds: 'task', means: 'informs', words: 'informed, inform, notify, tell, informiert, informieren, informa, informato' },
  { kinds: 'team', means: 'members', words: 'member, people, persons, mitglied, mitglieder, personen, membri, membro, persone' },
  { kinds: 'person', means: 'fills', words: 'role, roles, job, job title, position, rolle, rollen, funktion, ruolo, ruoli, mansione' },
  {
    kinds: 'person',
    means: 'belongs to',
    words:
      'team, teams, department, group, belongs, member of, part of, abteilung, gruppe, mitglied von, gehört zu, squadra, reparto, gruppo, membro di',
  },
  {
    kinds: 'person stakeholder',
    means: 'contact',
    words: 'email, e mail, mail, phone, telephone, tel, slack, kontakt, telefon, contatto, telefono, posta',
  },
  // ---- when
  { kinds: 'goal', means: 'timebound by', words: lastDay },
  {
    kinds: 'goal',
    means: 'timebound',
    words:
      'period, timeframe, time frame, time bound, timebound, when, quarter, timeline, zeitraum, terminiert, quartal, periodo, trimestre, temporizzato',
  },
  { kinds: 'task milestone decision', means: 'due', words: `${lastDay}, date, on, when, day, am, datum` },
  { kinds: 'task', means: 'start', words: firstDay },
  { kinds: 'task', means: 'takes', words: 'duration, takes, lasts, length, how long, dauer, dauert, durata, dura' },
  { kinds: 'communication report review benchmark', means: 'on', words: day },
  {
    kinds: 'risk assumption',
    means: 'check',
    words: `${day}, check on, review, review on, review date, prüfen, prüfung, verifica, controllo`,
  },
  { kinds: 'strategy campaign', means: 'period', words: period },
  { kinds: 'campaign strategy', means: 'period', words: 'from, runs from, von, vom, dal' },
  { kinds: 'strategy', means: 'asof', words: 'as of, today, status date, stand, heute, oggi, al, data stato' },
  { kinds: 'strategy', means: 'holidays', words: 'holiday, public holidays, days off, feiertage, feiertag, festività, festivi' },
  {
    kinds: 'person',
    means: 'away',
    words:
      'vacation, holiday, holidays, pto, leave, out of office, ooo, absent, absence, off, urlaub, abwesend, abwesenheit, ferien, ferie, assente, vacanza',
  },
  {
    kinds: 'person',
    means: 'works',
    words:
      'capacity, hours, availability, available, time, working hours, hours per week, kapazität, stunden, verfügbarkeit, arbeitszeit, arbeitet, capacità, ore, disponibilità, lavora',
  },
  { kinds: 'communication report source', means: 'every', words: rhythm },
  { kinds: 'metric', means: 'observe every', words: rhythm },
  {
    kinds: 'task milestone',
    means: 'done',
    words:
      'done on, completed on, finished on, completed at, completion date, erledigt am, fertig am, abgeschlossen am, fatto il, completato il, concluso il',
  },
  { kinds: 'task', means: 'after', words: before },
  { kinds: 'milestone decision', means: 'after', words: before },
  {
    kinds: 'decision',
    means: 'options',
    words: 'option, choices, alternatives, optionen, möglichkeiten, alternativen, opzioni, scelte, alternative',
  },
  {
    kinds: 'decision',
    means: 'decided',
    words: 'decision, answer, outcome, result, resolved, entschieden, ergebnis, deciso, decisa, esito',
  },
  // ---- why and what
  { kinds: 'task milestone campaign', means: 'for', words: serves },
  {
    kinds: 'strategy',
    means: 'for',
    words:
      'client, company, organisation, organization, customer, brand, kunde, firma, unternehmen, organisation, marke, cliente, azienda, organizzazione, per, für',
  },
  {
    kinds: 'strategy',
    means: 'summary',
    words:
      'description, desc, abstract, overview, about, mission, vision, beschreibung, zusammenfassung, überblick, descrizione, sintesi, riassunto',
  },
  { kinds: 'strategy', means: 'stage', words: 'status, state, phase, stand, stato, fase' },
  {
    kinds: 'strategy',
    means: 'workweek',
    words: 'working days, work days, working week, work week, arbeitswoche, arbeitstage, settimana lavorativa, giorni lavorativi',
  },
  {
    kinds: 'goal',
    means: 'supports',
    words:
      'objective, objectives, parent, contributes to, aligned to, aligned with, serves, unterstützt, zahlt ein auf, oberziel, supporta, sostiene, contribuisce a',
  },
  {
    kinds: 'goal',
    means: 'measurable',
    words:
      'kpi, kpis, metric, metrics, measure, measured by, measured with, measurement, indicator, key result, messbar, kennzahl, metrik, gemessen an, misurabile, metrica, indicatore, misurato da',
  },
  {
    kinds: 'goal',
    means: 'to',
    words: 'target, target value, goal value, aim, zielwert, soll, soll wert, auf, valore obiettivo, target finale',
  },
  {
    kinds: 'goal',
    means: 'from',
    words:
      'baseline, current, current value, starting value, start value, ausgangswert, ist, ist wert, basis, valore iniziale, valore attuale, partenza',
  },
  { kinds: 'goal', means: 'specific', words: 'description, desc, details, spezifisch, beschreibung, specifico, descrizione' },
  { kinds: 'goal', means: 'achievable', words: 'attainable, feasible, feasibility, erreichbar, machbar, raggiungibile, fattibile' },
  { kinds: 'goal objective', means: 'aspirational', words: 'stretch, stretch goal, moonshot, ambitious, ambitioniert, ambizioso' },
  { kinds: 'goal', means: 'realistic', words: 'resourced, realistisch, realistico' },
  {
    kinds: 'goal',
    means: 'relevant because',
    words: 'why, reason, because, rationale, purpose, warum, weil, grund, begründung, perché, motivo, ragione',
  },
  {
    kinds: 'goal',
    means: 'relevant to',
    words: 'stakeholder, stakeholders, beneficiary, beneficiaries, relevant for, relevant für, rilevante per',
  },
  { kinds: 'goal', means: 'guard', words: 'guardrail, guard rail, constraint, limit, leitplanke, schutz, vincolo, limite' },
  { kinds: 'goal', means: 'checkpoint', words: 'check point, interim, interim target, milestone, zwischenziel, etappe, tappa' },
  { kinds: 'goal campaign workflow', means: 'watch', words: 'monitor, observe, track, tracks, beobachten, beobachtet, osserva, monitora' },
  { kinds: 'report communication', means: 'shows', words: shown },
  { kinds: 'communication', means: 'about', words: subject },
  { kinds: 'review risk assumption decision', means: 'about', words: `${subject}, task, goal, affects` },
  { kinds: 'communication', means: 'expect', words: 'message, text, content, body, says, nachricht, inhalt, messaggio, contenuto, testo' },
  { kinds: 'communication report campaign send workflow', means: 'to', words: audience },
  { kinds: 'sla', means: 'to', words: audience },
  { kinds: 'sla', means: 'from', words: 'by, provider, promised by, anbieter, von, fornitore, da' },
  {
    kinds: 'sla',
    means: 'within',
    words: 'response time, time, in, reaction time, reaktionszeit, innerhalb, binnen, entro, tempo di risposta',
  },
  { kinds: 'sla', means: 'service', words: 'promise, description, leistung, dienst, servizio, promessa' },
  { kinds: 'communication report campaign line', means: 'via', words: how },
  { kinds: 'task', means: 'using', words: 'tool, tools, with, software, uses, mit, werkzeug, nutzt, strumento, strumenti, con, usa' },
  { kinds: 'workflow', means: 'using', words: 'tool, tools, with, software, platform, mit, strumento, con' },
  { kinds: 'workflow', means: 'trigger', words: 'when, starts when, if, event, auslöser, wenn, innesco, quando, se' },
  { kinds: 'workflow', means: 'action', words: 'actions, does, then, step, steps, aktion, dann, azione, allora' },
  { kinds: 'task', means: 'effort', words: work },
  { kinds: 'task tool', means: 'costs', words: money },
  {
    kinds: 'task person role',
    means: 'skills',
    words: 'skill, abilities, competence, competences, expertise, fähigkeit, fähigkeiten, kenntnisse, competenza, competenze, abilità',
  },
  { kinds: 'task', means: 'requires', words: 'skill, skills, required skills, needs skill, fähigkeiten, competenze' },
  { kinds: 'task', means: 'category', words: 'type, kind, group, label, art, typ, kategorie, tipo, categoria' },
  { kinds: 'stakeholder tool report', means: 'kind', words: 'type, category, art, typ, kategorie, tipo, categoria' },
  {
    kinds: 'task',
    means: 'progress',
    words: 'percent, percentage, percent complete, complete, completion, fortschritt, prozent, avanzamento, progresso, percentuale',
  },
  {
    kinds: 'stakeholder',
    means: 'needs',
    words:
      'need, wants, expectation, expectations, requirement, requirements, bedarf, braucht, erwartung, erwartungen, bisogno, bisogni, esigenze',
  },
  { kinds: 'stakeholder', means: 'power', words: 'influence, macht, einfluss, potere, influenza' },
  { kinds: 'stakeholder', means: 'interest', words: 'interesse' },
  { kinds: 'stakeholder', means: 'attitude', words: 'stance, support, position, haltung, einstellung, atteggiamento' },
  {
    kinds: 'role',
    means: 'duties',
    words: 'duty, responsibilities, responsibility, description, aufgaben, pflichten, verantwortung, compiti, responsabilità, mansioni',
  },
  // ---- numbers
  { kinds: 'measure metric', means: 'in', words: 'unit, units, measured in, einheit, unità, unità di misura' },
  { kinds: 'measure metric', means: 'per', words: 'grain, granularity, frequency, period, interval, pro, je, al, ogni' },
  {
    kinds: 'metric',
    means: '=',
    words: 'formula, calculation, calc, computed as, equals, definition, formel, berechnung, formola, calcolo',
  },
  { kinds: 'measure source segment', means: 'from', words: 'source, tool, system, data source, quelle, aus, von, fonte, da' },
  { kinds: 'source', means: 'file', words: 'path, csv, filename, datei, pfad, percorso' },
  { kinds: 'source', means: 'table', words: 'relation, view, tabelle, tabella' },
  { kinds: 'source', means: 'decimal', words: 'decimals, decimal sign, decimal separator, dezimalzeichen, separatore decimale' },
  { kinds: 'benchmark', means: 'of', words: 'metric, measure, for, kennzahl, von, metrica, di' },
  { kinds: 'benchmark', means: 'is', words: 'value, wert, ist, valore, è' },
  {
    kinds: 'segment',
    means: 'rule',
    words:
      'criteria, criterion, definition, filter, condition, where, who, regel, kriterium, kriterien, bedingung, regola, criterio, criteri, condizione',
  },
  { kinds: 'scoring', means: 'threshold', words: 'cutoff, cut off, minimum, mql, limit, schwelle, schwellenwert, soglia' },
  // ---- money
  { kinds: 'strategy', means: 'currency', words: 'currencies, währung, valuta, moneta' },
  {
    kinds: 'budget',
    means: 'total',
    words: 'amount, sum, budget, money, value, cost, betrag, summe, gesamt, höhe, importo, totale, somma',
  },
  { kinds: 'budget', means: 'returns', words: 'revenue, return, income, ertrag, umsatz, rendita, ricavo, ricavi' },
  { kinds: 'line', means: 'spent', words: 'actual, used, paid, ausgegeben, verbraucht, speso' },
  // ---- problems and risks
  { kinds: 'risk', means: 'likelihood', words: 'probability, chance, wahrscheinlichkeit, eintrittswahrscheinlichkeit, probabilità' },
  { kinds: 'risk', means: 'impact', words: 'severity, effect, consequence, auswirkung, schwere, impatto, gravità' },
  {
    kinds: 'risk',
    means: 'response',
    words:
      'mitigation, mitigate, countermeasure, contingency, plan b, action, maßnahme, massnahme, gegenmaßnahme, mitigazione, risposta, contromisura',
  },
  { kinds: 'problem', means: 'hurts', words: 'affects, who, stakeholder, betrifft, schadet, colpisce, riguarda' },
  { kinds: 'problem', means: 'symptom', words: 'symptoms, sign, evidence, description, anzeichen, symptome, sintomo, sintomi' },
  { kinds: 'problem', means: 'solution', words: 'solved by, fix, answer, lösung, soluzione' },
  {
    kinds: 'review',
    means: 'lesson',
    words: 'lessons, learning, learnings, takeaway, takeaways, lesson learned, erkenntnis, erkenntnisse, lektion, lezione, lezioni',
  },
  // ---- of every element
  {
    kinds: '',
    means: 'note',
    words:
      'notes, comment, comments, remark, remarks, description, desc, details, notiz, notizen, kommentar, bemerkung, anmerkung, hinweis, beschreibung, nota, commento, descrizione, osservazione',
  },
  { kinds: '', means: 'link', words: 'url, links, href, website, web, page, webseite, sito, collegamento, indirizzo' },
]

/** Words with which a title is given inside an element by habit. */
export const titleWords: ReadonlySet<string> = new Set('title, titel, titolo, label, name, nome, bezeichnung'.split(', '))
/** Words with which tags are given. */
export const tagWords: ReadonlySet<string> = new Set('tag, tags, labels, schlagwort, schlagwörter, etichetta, etichette'.split(', '))
/** Words with which the state of a step is given. */
export const statusWords: ReadonlySet<string> = new Set('status, state, progress status, zustand, stand, stato'.split(', '))

const byKind = new Map<string, Map<string, string>>()
for (const { kinds, means, words } of habits)
  for (const kind of kinds.split(' ')) {
    const known = byKind.get(kind) ?? new Map<string, string>()
    byKind.set(kind, known)
    for (const word of words.split(', ')) if (!known.has(word)) known.set(word, means)
  }

/** What a word means by habit as a clause of a kind; the word in lower case, with blanks between its parts. Undefined for any other. */
export function clauseByHabit(kind: ElementKind, word: string): string | undefined {
  return byKind.get(kind)?.get(word) ?? byKind.get('')?.get(word)
}

/** The most parts that a word of the tables has. */
export const mostParts = 4
