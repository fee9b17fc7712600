import { build } from 'esbuild'

/** Builds style sheets in as minified text, with what they import. */
export const cssText = {
  name: 'css-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles, metafile } = await build({ entryPoints: [path], bundle: true, minify: true, metafile: true, write: false })
      return { contents: outputFiles[0].text.trim(), loader: 'text', watchFiles: Object.keys(metafile.inputs) }
    })
  },
}
