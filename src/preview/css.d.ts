/** Style sheets are built in as text. */
declare module '*.css' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: the form in which bundlers give text
  export default text
}
