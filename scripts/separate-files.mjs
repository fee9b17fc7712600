import path from 'node:path'

/**
 * Leaves modules out of a bundle that are files of their own beside it: what most runs do not need then costs them nothing. They are loaded
 * where the code asks for them, by \`import()\` or \`require\`.
 */
export function separateFiles(modules) {
  return {
    name: 'separate-files',
    setup({ onResolve }) {
      onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path: written, resolveDir, kind }) => {
        if (kind !== 'dynamic-import' && kind !== 'require-call') return undefined
        const name = path.basename(written, '.js')
        const isSeparate = modules.some(
          (one) => path.resolve(resolveDir, written.replace(/\.js$/, '')) === path.resolve(one.replace(/\.tsx?$/, '')),
        )
        return isSeparate ? { path: `./${name}.cjs`, external: true } : undefined
      })
    },
  }
}
