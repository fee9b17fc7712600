import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/{*,decisions/*,language/*}.md', { cwd: root })].sort()

/** Paths in code marks that begin at the top of the repository; a `*` or `<family>` stands for some name. */
function pathsIn(page: string): string[] {
  const found = read(page).matchAll(/`((?:src\/\w+|test|scripts|bin|syntaxes)\/[\w./*<>{},-]*)`/g)
  return [...found].map(([, name = '']) => name).filter((name) => !name.includes('/generated'))
}

describe('the documentation', () => {
  it.each(pages)('names in %s only files that there are', (page) => {
    const missing = pathsIn(page).filter((name) => globSync(name.replace(/<\w+>/g, '*'), { cwd: root }).length === 0)
    expect(missing).toEqual([])
  })

  it.each(pages)('links in %s only to files that there are', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = '']) => target)
    expect(links.filter((target) => !existsSync(path.join(root, path.dirname(page), target)))).toEqual([])
  })

  it('has every decision in its list', () => {
    const listed = [...read('docs/decisions/README.md').matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, name]) => name)
    const written = globSync('*.md', { cwd: path.join(root, 'docs/decisions') }).filter((name) => name !== 'README.md')
    expect(listed.sort()).toEqual(written.sort())
  })
})

describe('the rooms', () => {
  const rooms = new Map(
    [...read('docs/architecture.md').matchAll(/^\| `(src\/\w+\/\w+)` \| [^|]+ \| ([^|]*)\|$/gm)].map(([, room = '', uses = '']) => [
      room,
      uses.trim(),
    ]),
  )
  const enforced = new Map(
    [...read('biome.json').matchAll(/"(src\/\w+\/\w+) uses ([^"]+) \(rooms: docs\/architecture\.md\)/g)].map(([, room = '', uses = '']) => [
      room,
      uses.replace('no other room', ''),
    ]),
  )

  it('use each other in the documentation as the lint lets them', () => {
    expect(enforced.size).toBeGreaterThan(20)
    for (const [room, uses] of enforced) expect([room, rooms.get(room)]).toEqual([room, uses])
  })

  it('are all folders of their floors', () => {
    for (const floor of new Set([...rooms.keys()].map((room) => path.dirname(room)))) {
      const folders = globSync(`${floor}/*/`, { cwd: root }).map((folder) => folder.split(path.sep).join('/').replace(/\/$/, ''))
      const written = folders.filter((folder) => !/\/(generated|grammar)$/.test(folder))
      expect([...rooms.keys()].filter((room) => path.dirname(room) === floor).sort()).toEqual(written.sort())
    }
  })
})
