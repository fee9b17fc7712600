/** False in a web worker. */
export function isInNode(): boolean {
  return typeof process === 'object' && typeof process.versions?.node === 'string'
}
