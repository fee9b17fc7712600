import { entries, markedWordList, matchesIn } from './matching.js'

export type Direction = 'up' | 'down'

const up = entries(`
  increase, increases, increased, increasing, raise, raises, raised, raising, grow, grows, growing, grew, lift, lifts, lifted, lifting
  double, doubles, doubled, doubling, triple, triples, tripled, tripling, expand, expands, expanded, expanding, multiply, multiplies
  steigern, steigere, steigert, steigerte, gesteigert, zu steigern, Steigerung, erhöhen, erhöhe, erhöht, erhöhte, zu erhöhen, Erhöhung
  vergrößern, vergrößert, vergrößerte, Vergrößerung, verdoppeln, verdopple, verdoppelt, verdoppelte, Verdopplung, Verdoppelung
  verdreifachen, verdreifacht, Verdreifachung, anheben, anzuheben, angehoben, Anhebung, wachsen, wächst, wuchs, gewachsen, vermehren, vermehrt
  aumentare, aumenta, aumentiamo, aumentano, aumentando, aumentato, aumentata, aumento
  incrementare, incrementa, incrementiamo, incrementano, incrementando, incrementato, incrementata, incremento
  accrescere, accresce, accresciamo, accrescendo, alzare, alza, alziamo, alzando, innalzare, innalza, elevare, eleva
  crescere, cresce, cresciamo, crescono, crescendo, crescita, raddoppiare, raddoppia, raddoppiamo, raddoppiando, raddoppiato, raddoppio
  triplicare, triplica, triplichiamo, moltiplicare, moltiplica
`)

const down = entries(`
  reduce, reduces, reduced, reducing, reduction, decrease, decreases, decreased, decreasing, lower, lowers, lowered, lowering
  cut, cuts, cutting, cut down, drop, drops, dropped, dropping, halve, halves, halved, halving, shrink, shrinks, shrinking, shrank
  decline, declines, declined, declining, minimise, minimises, minimised, minimising, minimize, minimizes, minimized, minimizing
  shorten, shortens, shortened, shortening, bring down, brings down, bringing down, curb, curbs, curbing, slash, slashes, slashing
  senken, senke, senkt, senkte, gesenkt, zu senken, Senkung, absenken, abgesenkt, Absenkung
  reduzieren, reduziere, reduziert, reduzierte, zu reduzieren, Reduzierung, Reduktion, verringern, verringere, verringert, verringerte, Verringerung
  mindern, mindere, mindert, minderte, gemindert, Minderung, vermindern, vermindere, vermindert, verminderte, Verminderung
  halbieren, halbiere, halbiert, halbierte, Halbierung, verkürzen, verkürze, verkürzt, verkürzte, Verkürzung, kürzen, kürze, kürzt, Kürzung
  verkleinern, verkleinert, Verkleinerung, minimieren, minimiere, minimiert, Minimierung, sinken, sinkt, sank, gesunken
  ridurre, riduci, riduce, riduciamo, riducono, riducendo, ridotto, ridotta, riduzione
  diminuire, diminuisci, diminuisce, diminuiamo, diminuiscono, diminuendo, diminuito, diminuita, diminuzione
  abbassare, abbassa, abbassiamo, abbassano, abbassando, abbassato, abbassamento, calare, calano, calando, calo
  dimezzare, dimezza, dimezziamo, dimezzando, dimezzato, dimezzamento, tagliare, taglia, tagliamo, tagliando, taglio
  accorciare, accorcia, accorciamo, minimizzare, minimizza, minimizziamo, abbattere, abbatte, abbattiamo
`)

const directions = markedWordList<Direction>([...up.map((word) => [word, 'up'] as const), ...down.map((word) => [word, 'down'] as const)])

export interface DirectionVerb {
  /** As the text writes it. */
  readonly word: string
  readonly direction: Direction
  /** Offset in the text, in code units. */
  readonly index: number
}

/** The verbs (and nouns made of them) that say which way a number should move, in order. */
export function directionVerbsIn(text: string): DirectionVerb[] {
  return matchesIn(text, directions).map(({ written, mark, start }) => ({ word: written, direction: mark, index: start }))
}

// White space around a word keeps the "e" of "e-mail" apart from the Italian "and"; a comma inside a number joins nothing.
const conjunction = /,(?!\p{N})|(?<=\s)(?:and|und|sowie|e|ed|nonché|as well as|&|\+)(?=\s)/iu
const sentenceEnd = /[.;!?](?:\s|$)/u

/**
 * The first two direction verbs of one sentence that are joined by “and”, “und”, “e”, a comma or the like,
 * which is the sign of two results in one statement.
 */
export function joinedDirectionVerbs(text: string): readonly [DirectionVerb, DirectionVerb] | undefined {
  const verbs = directionVerbsIn(text)
  for (const [position, second] of verbs.entries()) {
    const first = verbs[position - 1]
    if (!first) continue
    const between = text.slice(first.index + first.word.length, second.index)
    if (conjunction.test(between) && !sentenceEnd.test(between)) return [first, second]
  }
  return undefined
}
