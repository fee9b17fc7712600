import { entries, matchesIn, wordList } from './matching.js'

const english = entries(`
  improve, improves, improved, improving, improvement, improvements
  enhance, enhances, enhanced, enhancing, enhancement, enhancements
  optimise, optimises, optimised, optimising, optimisation, optimal, optimally
  optimize, optimizes, optimized, optimizing, optimization
  streamline, streamlines, streamlined, streamlining
  support, supports, supported, supporting
  ensure, ensures, ensured, ensuring, make sure
  facilitate, facilitates, facilitated, facilitating
  strengthen, strengthens, strengthened, strengthening
  maximise, maximises, maximised, maximising, maximize, maximizes, maximized, maximizing
  leverage, leverages, leveraged, leveraging
  boost, boosts, boosted, boosting
  better, effective, effectively, more effective, efficient, efficiently, more efficient
  significant, significantly, soon, as soon as possible, asap, regular, regularly
  as needed, if needed, as required, where appropriate, as appropriate, when possible, if possible, as far as possible
`)

const german = entries(`
  verbessern, verbessere, verbessert, verbesserte, verbesserten, verbesserter, verbessertes, verbessernd, zu verbessern, Verbesserung, Verbesserungen
  optimieren, optimiere, optimiert, optimierte, optimierten, optimierter, optimiertes, Optimierung, Optimierungen, optimal, optimale, optimalen, optimaler
  unterstützen, unterstütze, unterstützt, unterstützte, unterstützten, Unterstützung
  sicherstellen, sicherzustellen, sichergestellt, sicherstellt, Sicherstellung, gewährleisten, gewährleistet
  stärken, stärke, stärkt, stärkte, stärkten, gestärkt, Stärkung
  fördern, fördere, fördert, förderte, förderten, gefördert, Förderung
  vorantreiben, vorantreibt, voranzutreiben, vorangetrieben
  besser, bessere, besseren, besserem, besserer, besseres
  effizient, effiziente, effizienten, effizientem, effizienter, effizientes, effizientere, effizienteren, effizienterer
  effektiv, effektive, effektiven, effektivem, effektiver, effektives, effektivere, effektiveren
  wirksam, wirksame, wirksamen, wirksamer, wirksamere, wirksameren
  deutlich, deutliche, deutlichen, deutlicher, signifikant, signifikante, signifikanten, signifikanter
  möglichst, so bald wie möglich, so schnell wie möglich, schnellstmöglich, baldmöglichst
  zeitnah, zeitnahe, zeitnahen, zeitnaher, bald, demnächst, regelmäßig, regelmäßige, regelmäßigen, regelmäßiger
  bei Bedarf, nach Bedarf, gegebenenfalls, ggf, wenn nötig, falls nötig, wenn möglich
`)

const italian = entries(`
  migliorare, migliora, migliori, miglioriamo, migliorano, migliorando, migliorato, migliorata, migliorati, migliorate, miglioramento, miglioramenti
  migliore, meglio
  ottimizzare, ottimizza, ottimizziamo, ottimizzano, ottimizzando, ottimizzato, ottimizzata, ottimizzati, ottimizzate, ottimizzazione, ottimale, ottimali
  supportare, supporta, supportiamo, supportano, supportando, supportato, supportata, supportati, supportate
  garantire, garantisce, garantiamo, garantiscono, garantendo, garantito, garantita, garantiti, garantite, assicurare, assicura
  potenziare, potenzia, potenziamo, potenziano, potenziando, potenziato, potenziata, potenziamento
  favorire, favorisce, favoriamo, favoriscono, favorendo, favorito, favorita
  rafforzare, rafforza, rafforziamo, rafforzano, rafforzando, rafforzato, rafforzata, rafforzamento
  efficace, efficaci, efficacemente, più efficace, più efficaci, efficiente, efficienti, efficientemente, più efficiente, più efficienti
  significativo, significativa, significativi, significative, significativamente
  al più presto, il prima possibile, quanto prima, presto, regolarmente
  se necessario, ove necessario, secondo necessità, quando possibile, se possibile, per quanto possibile
`)

const vague = wordList([...english, ...german, ...italian])

/**
 * The words of a text that can be read in many ways, as the text writes them, in order and each once.
 * `extra` adds words or phrases of the user's own.
 */
export function vagueWordsIn(text: string, extra: readonly string[] = []): string[] {
  const found = [...matchesIn(text, vague), ...matchesIn(text, wordList(extra))].sort((a, b) => a.start - b.start)
  const seen = new Set<string>()
  return found.map(({ written }) => written).filter((written) => seen.size < seen.add(written.toLowerCase()).size)
}
