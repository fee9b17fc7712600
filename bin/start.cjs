'use strict'
// Runs the bundle. Node's compile cache knows only what was compiled when a file was loaded, and most functions are compiled when they are
// first called; so this keeps V8's code of all functions that a command has called, which halves the time of a cold check.
const { createRequire, enableCompileCache } = require('node:module')
const vm = require('node:vm')
const fs = require('node:fs')
const path = require('node:path')

const day = 24 * 60 * 60 * 1000

enableCompileCache?.()
const file = path.join(__dirname, '../out/cli/main.cjs')
// One cache for each command, since each calls other functions.
const command = /^(check|diff|export|render|tasks|done|start|progress|status|fmt|init|new|explain|rules|metrics)$/.exec(
  process.argv[2] ?? '',
)?.[0]
const cache = command && !process.env.NODE_DISABLE_COMPILE_CACHE ? placeOfCache() : undefined
if (cache === undefined) require(file)
else run()

function run() {
  const source = fs.readFileSync(file, 'latin1') // the bundle holds ASCII alone
  const known = readCache()
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    cachedData: known?.code,
  })
  const bundle = { exports: {} }
  script.runInThisContext().call(bundle.exports, bundle.exports, createRequire(file), bundle, file, path.dirname(file))
  const isSound = known !== undefined && !script.cachedDataRejected
  if (!isSound || known.isYoung) process.on('exit', (code) => code <= 1 && writeCache(script, isSound ? known.runs + 1 : 1))
}

/** The user's own folder for caches: nobody else may write there, for what lies there is run. */
function placeOfCache() {
  const { env, platform, version, arch } = process
  const home = env.HOME || env.USERPROFILE
  const folder =
    platform === 'win32'
      ? env.LOCALAPPDATA
      : env.XDG_CACHE_HOME || (home && path.join(home, platform === 'darwin' ? 'Library/Caches' : '.cache'))
  if (!folder || !path.isAbsolute(folder)) return undefined
  const { size, mtimeMs } = fs.statSync(file)
  return path.join(folder, 'mops', `${command}-${version}-${arch}-${size}-${Math.trunc(mtimeMs)}-${checksum(Buffer.from(file))}.bin`)
}

/**
 * The code in the cache, behind its checksum and the number of runs that made it; undefined when there is none that can be trusted. The
 * first runs, and one each day, add the functions that they called to it.
 */
function readCache() {
  try {
    const folder = fs.statSync(path.dirname(cache))
    if (process.getuid && (folder.uid !== process.getuid() || (folder.mode & 0o022) !== 0)) return undefined
    const bytes = fs.readFileSync(cache)
    const code = bytes.subarray(8)
    if (bytes.length < 8 || bytes.readUInt32LE(0) !== checksum(code)) return undefined
    const runs = bytes.readUInt32LE(4)
    return { code, runs, isYoung: runs < 4 || Date.now() - fs.statSync(cache).mtimeMs > day }
  } catch {
    return undefined
  }
}

/** Written whole or not at all; a folder that cannot be written costs only time. */
function writeCache(script, runs) {
  try {
    const code = script.createCachedData()
    const head = Buffer.alloc(8)
    head.writeUInt32LE(checksum(code), 0)
    head.writeUInt32LE(runs, 4)
    const folder = path.dirname(cache)
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    forget(folder)
    const draft = `${cache}.${process.pid}`
    fs.writeFileSync(draft, Buffer.concat([head, code]), { mode: 0o600 })
    fs.renameSync(draft, cache)
  } catch {}
}

/** Removes what other versions have left for the same command. */
function forget(folder) {
  for (const name of fs.readdirSync(folder)) {
    if (!name.startsWith(`${command}-`)) continue
    const other = path.join(folder, name)
    if (Date.now() - fs.statSync(other).mtimeMs > 7 * day) fs.rmSync(other, { force: true })
  }
}

function checksum(bytes) {
  const { crc32 } = require('node:zlib')
  return crc32 ? crc32(bytes) : require('node:crypto').createHash('sha256').update(bytes).digest().readUInt32LE(0)
}
