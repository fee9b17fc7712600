import { entries, matchesIn, wordList } from './matching.js'

const contingency = wordList(
  entries(`
    contingency, contingencies, reserve, reserves, buffer, buffers, unforeseen
    Reserven, Puffer, Puffers, Sicherheitspuffer, Kostenpuffer, Risikopuffer, Risikoreserve, Unvorhergesehenes, Unvorhergesehene, Rücklage, Rücklagen
    riserva, riserve, imprevisto, imprevisti, accantonamento
  `),
)

/** The word by which a budget line's name or title says that it is kept for surprises, as it is written there. */
export function contingencyWordIn(nameOrTitle: string): string | undefined {
  return matchesIn(nameOrTitle, contingency)[0]?.written
}
