import { entries, matchAtStart, wordList } from './matching.js'

// Verbs for work. Verbs that name a result (enable, keep, win, reach …) or a direction (increase, reduce …) are left out on purpose.
const english = entries(`
  send, sending, build, building, launch, launching, migrate, migrating, train, training, write, writing
  set up, setting up, identify, identifying, create, creating, develop, developing, design, designing, define, defining, redefine, redefining
  plan, planning, prepare, preparing, implement, implementing, introduce, introducing, install, installing, configure, configuring
  integrate, integrating, connect, connecting, roll out, rolling out, deploy, deploying, release, releasing, publish, publishing, post, posting
  run, running, conduct, conducting, carry out, carrying out, execute, executing, perform, performing, organise, organising, organize, organizing
  hold, holding, host, hosting, schedule, scheduling, coordinate, coordinating, manage, managing, monitor, monitoring, track, tracking
  measure, measuring, analyse, analysing, analyze, analyzing, audit, auditing, review, reviewing, evaluate, evaluating, assess, assessing
  research, researching, investigate, investigating, explore, exploring, test, testing, check, checking, document, documenting, report, reporting
  map, mapping, list, listing, collect, collecting, gather, gathering, clean, clean up, cleaning, cleaning up, update, updating, redesign, redesigning
  rewrite, rewriting, rebuild, rebuilding, revise, revising, translate, translating, automate, automating, segment, segmenting
  draft, drafting, produce, producing, record, recording, present, presenting, share, sharing, communicate, communicating
  hire, hiring, recruit, recruiting, onboard, onboarding, appoint, appointing, name, naming, assign, assigning, choose, choosing, select, selecting
  buy, buying, purchase, purchasing, switch, switching, move, moving, merge, merging, archive, archiving, import, importing, export, exporting
  start, starting, begin, beginning, continue, continuing, complete, completing, finish, finishing, establish, establishing, draw up, drawing up
  work on, working on, invest, investing, use, using, adopt, adopting, apply, applying, add, adding, make a, make an, hand over, meet with, talk to
`)

const german = entries(`
  senden, sende, sendet, versenden, versende, versendet, verschicken, verschicke, schicken, schicke
  bauen, baue, aufbauen, erstellen, erstelle, entwickeln, entwickle, entwerfen, entwirf, gestalten, gestalte
  starten, starte, beginnen, beginne, lancieren, lanciere, migrieren, migriere, umziehen, umstellen, wechseln, wechsle
  schulen, schule, trainieren, trainiere, schreiben, schreibe, verfassen, verfasse, überarbeiten, überarbeite
  einrichten, aufsetzen, anlegen, identifizieren, identifiziere, ermitteln, ermittle, bestimmen, bestimme, benennen, benenne, festlegen
  definieren, definiere, planen, plane, vorbereiten, umsetzen, implementieren, implementiere, einführen, installieren, installiere
  konfigurieren, konfiguriere, integrieren, integriere, anbinden, verbinden, verbinde, ausrollen, veröffentlichen, veröffentliche, posten, poste
  durchführen, ausführen, organisieren, organisiere, veranstalten, veranstalte, abhalten, koordinieren, koordiniere, verwalten, verwalte
  überwachen, überwache, beobachten, beobachte, messen, miss, analysieren, analysiere, auswerten, prüfen, prüfe, überprüfen, überprüfe
  bewerten, bewerte, untersuchen, untersuche, recherchieren, recherchiere, erforschen, testen, teste, dokumentieren, dokumentiere
  berichten, berichte, auflisten, sammeln, sammle, erfassen, erfasse, bereinigen, bereinige, aufräumen, aktualisieren, aktualisiere
  übersetzen, übersetze, automatisieren, automatisiere, segmentieren, segmentiere, produzieren, produziere, präsentieren, präsentiere
  teilen, teile, kommunizieren, kommuniziere, einstellen, rekrutieren, rekrutiere, ernennen, ernenne, zuweisen, auswählen, wählen, wähle
  kaufen, kaufe, anschaffen, verschieben, verschiebe, zusammenführen, archivieren, archiviere, importieren, importiere, exportieren, exportiere
  abschließen, fertigstellen, etablieren, etabliere, nutzen, nutze, verwenden, verwende, anwenden, hinzufügen, neu definieren
`)

const italian = entries(`
  inviare, invia, inviamo, inviando, spedire, spedisci, spediamo, mandare, manda, mandiamo
  costruire, costruisci, costruiamo, creare, crea, creiamo, creando, sviluppare, sviluppa, sviluppiamo, progettare, progetta, progettiamo
  lanciare, lancia, lanciamo, avviare, avvia, avviamo, iniziare, inizia, iniziamo, migrare, migra, migriamo, passare a, spostare, sposta
  formare, forma, formiamo, addestrare, addestra, scrivere, scrivi, scriviamo, riscrivere, riscrivi, redigere, redigi, rivedere, rivedi
  impostare, imposta, impostiamo, configurare, configura, configuriamo, allestire, predisporre, predisponi, preparare, prepara, prepariamo
  identificare, identifica, identifichiamo, individuare, individua, individuiamo, definire, definisci, definiamo, ridefinire, ridefinisci
  pianificare, pianifica, pianifichiamo, programmare, programma, implementare, implementa, implementiamo, introdurre, introduci
  installare, installa, integrare, integra, integriamo, collegare, collega, distribuire, distribuisci, pubblicare, pubblica, pubblichiamo
  eseguire, esegui, eseguiamo, svolgere, svolgi, condurre, conduci, organizzare, organizza, organizziamo, coordinare, coordina, gestire, gestisci
  monitorare, monitora, monitoriamo, misurare, misura, misuriamo, analizzare, analizza, analizziamo, verificare, verifica, verifichiamo
  controllare, controlla, valutare, valuta, valutiamo, esaminare, esamina, ricercare, ricerca, testare, testa, provare, prova
  documentare, documenta, riferire, elencare, elenca, raccogliere, raccogli, raccogliamo, pulire, pulisci, ripulire, ripulisci, aggiornare, aggiorna
  tradurre, traduci, automatizzare, automatizza, automatizziamo, segmentare, segmenta, produrre, produci, registrare, registra, presentare, presenta
  condividere, condividi, comunicare, comunica, comunichiamo, assumere, assumi, nominare, nomina, assegnare, assegna, scegliere, scegli, selezionare, seleziona
  acquistare, acquista, comprare, compra, unire, unisci, archiviare, archivia, importare, importa, esportare, esporta
  completare, completa, finire, finisci, terminare, termina, stabilire, stabilisci, usare, usa, utilizzare, utilizza, adottare, adotta
  applicare, applica, aggiungere, aggiungi, mettere in piedi, mettere a punto, dare il via
`)

const activities = wordList([...english, ...german, ...italian])
const leadIn = /^\s*(?:to|zu|per)\s+/iu

/**
 * The activity verb with which a statement begins, as the text writes it; undefined when it begins otherwise.
 * A leading “to” is passed over. `extra` adds verbs of the user's own.
 */
export function firstWordIsActivity(text: string, extra: readonly string[] = []): string | undefined {
  const statement = text.replace(leadIn, '')
  return (matchAtStart(statement, activities) ?? matchAtStart(statement, wordList(extra)))?.written
}
