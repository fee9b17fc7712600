import { entries } from './matching.js'

/** What the free words of a plan can say: the language takes any word there, and these are the usual ones. */
export type FreeWordUse = 'unit' | 'category' | 'stakeholder-kind' | 'tool-kind' | 'skill'

const units = entries(`
  contacts, people, persons, subscribers, recipients, users, visitors, accounts, companies, customers, clients, members, employees, marketers, followers
  emails, mails, messages, newsletters, sends, deliveries, bounces, opens, clicks, clickers, unsubscribes, complaints, replies, forwards
  sessions, visits, views, pages, impressions, downloads, submissions, forms, conversions, searches, keywords, backlinks
  leads, mqls, sals, sqls, inquiries, registrations, attendees, opportunities, deals, orders, purchases, contracts, meetings, calls, demos, offers
  posts, mentions, comments, shares, likes, reactions, engagements, videos, articles, pieces, assets, ads, campaigns, events, webinars
  segments, lists, workflows, templates, dashboards, reports, tools, licences, licenses, seats, features, capabilities, integrations
  records, fields, duplicates, files, requests, questions, answers, responses, ratings, reviews, promoters, detractors
  tickets, cases, items, tasks, tests, errors, incidents, trainings, points
  lines, links, texts, tags, sites, steps, words, votes, notes, rows, topics, stores, shops, teams, rules, sources, courses, hosts
  products, projects, units, readers, viewers, sellers, buyers, donors, students, patients, guests, members, letters, flyers, banners
  kontakte, personen, abonnenten, empfänger, nutzer, besucher, konten, firmen, kunden, mitglieder, nachrichten, zustellungen, öffnungen, klicks
  abmeldungen, beschwerden, sitzungen, besuche, aufrufe, seiten, einblendungen, formulare, konversionen, anfragen, anmeldungen, teilnehmer
  chancen, abschlüsse, aufträge, bestellungen, verträge, termine, anrufe, angebote, beiträge, erwähnungen, kommentare, kampagnen, segmente, listen
  vorlagen, berichte, werkzeuge, lizenzen, datensätze, felder, dubletten, fragen, antworten, fälle, aufgaben, punkte, stück
  contatti, persone, iscritti, destinatari, utenti, visitatori, aziende, clienti, membri, messaggi, invii, consegne, aperture, clic
  disiscrizioni, reclami, sessioni, visite, pagine, visualizzazioni, impressioni, moduli, conversioni, richieste, iscrizioni, partecipanti
  opportunità, contratti, ordini, acquisti, riunioni, chiamate, offerte, menzioni, commenti, campagne, segmenti, elenchi, modelli
  rapporti, strumenti, licenze, campi, duplicati, domande, risposte, casi, attività, compiti, punti
`)

// The nine fields of work of the function, the parts of its vision, and the kinds of work that plans sort by.
const categories = entries(`
  project_management, strategic_planning, benchmarking, workflow_development, workflow_documentation, research, performance_measurement
  campaign_analysis, campaign_reporting, data_management, process_development, process_rollout
  people, process, technology, data, content, communication, automation, tools, reporting, analytics, design, email, social, web, events
  planning, strategy, documentation, training, testing, governance, budget, integration, measurement, segmentation, graphics, copy, ads
  projektmanagement, strategische_planung, workflow_entwicklung, workflow_dokumentation, recherche, forschung, leistungsmessung
  kampagnenanalyse, kampagnenbericht, datenmanagement, datenpflege, prozessentwicklung, prozesseinführung
  menschen, personal, prozess, technik, technologie, daten, inhalt, inhalte, kommunikation, automatisierung, werkzeuge, berichte, analyse
  gestaltung, planung, strategie, dokumentation, schulung, veranstaltungen
  gestione_progetti, pianificazione_strategica, sviluppo_workflow, documentazione_workflow, ricerca, misurazione_prestazioni
  analisi_campagne, reportistica, gestione_dati, sviluppo_processi, adozione_processi
  persone, processo, processi, tecnologia, dati, contenuto, contenuti, comunicazione, automazione, strumenti, analisi, grafica
  pianificazione, strategia, documentazione, formazione, eventi
`)

const stakeholderKinds = entries(`
  customer, employee, client, leadership, partner, external
  supplier, vendor, agency, prospect, investor, regulator, press, public
  kunde, kunden, mitarbeiter, auftraggeber, leitung, führung, lieferant, agentur, interessent, extern
  cliente, clienti, dipendente, dipendenti, committente, dirigenza, direzione, fornitore, agenzia, esterno
`)

const toolKinds = entries(`
  automation, marketing_automation, crm, email, email_sending, project_management, dashboards, analytics, web_analytics, reporting
  forms, surveys, webinars, events, enrichment, data_quality, data_warehouse, customer_data, cms, website, landing_pages, social, ads, seo
  chat, messaging, calendar, design, assets, content, video, sales, support, finance, ledger, spreadsheet, integration, tagging, testing, attribution
  automatisierung, projektmanagement, berichte, formulare, umfragen, anreicherung, kalender, gestaltung, webanalyse, tabellen
  automazione, gestione_progetti, cruscotti, moduli, sondaggi, arricchimento, calendario, grafica, fogli
`)

const skills = entries(`
  email, lists, templates, planning, reporting, writing, copywriting, editing, forms, workflows, crm, lead_rules, automation, segmentation
  nurturing, scoring, analytics, dashboards, data, data_quality, data_analysis, sql, html, css, design, graphics, video, photography
  social, seo, ads, web, events, webinars, training, research, surveys, testing, vendors, governance, budgeting, negotiation, privacy
  project_management, sales_process, sales, integration, translation, presentation, facilitation, strategy, branding, communication
  planung, texten, schreiben, vorlagen, listen, formulare, berichte, datenqualität, datenanalyse, gestaltung, schulung, recherche, umfragen
  automatisierung, segmentierung, projektmanagement, datenschutz, übersetzung, verhandlung, strategie, kommunikation
  pianificazione, scrittura, redazione, modelli, liste, moduli, reportistica, qualità_dati, analisi_dati, grafica, formazione, ricerca
  automazione, segmentazione, gestione_progetti, traduzione, negoziazione, strategia, comunicazione
`)

/** The built-in free words by their use, lower case; counted units in the plural. */
export const builtInWords: Readonly<Record<FreeWordUse, ReadonlySet<string>>> = {
  unit: new Set(units),
  category: new Set(categories),
  'stakeholder-kind': new Set(stakeholderKinds),
  'tool-kind': new Set(toolKinds),
  skill: new Set(skills),
}
