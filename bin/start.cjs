'use strict'
// Runs the bundle. Node's compile cache knows only what was compiled when a file was loaded, and most functions are compiled when they are
// first called; so this keeps V8's code of all functions that a command has called, which halves the time of a cold check.
const { createRequire, enableCompileCache } = require('node:module')
const vm = require('node:vm')
const fs = require('node:fs')
const path = require('node:path')
const { isOwn, ownFolder, ownFolderIn } = require('./own-folder.cjs')

const day = 24 * 60 * 60 * 1000
const mostBytes = 100_000_000

const file = path.join(__dirname, '../out/cli/main.cjs')
if (fs.existsSync(file)) start()
else {
  const place = path.dirname(__dirname)
  process.stderr.write(`mops is not built: out/cli/main.cjs is missing in ${place}. Run \`npm ci && npm run build\` there.\n`)
  process.exitCode = 2
}

function start() {
  const words = process.argv.slice(2)
  const folder = process.env.NODE_DISABLE_COMPILE_CACHE ? undefined : ownFolder(words)
  // Without a folder Node takes one in the temporary folder, whoever may have made that.
  const nodes = folder && ownFolderIn(folder, 'node')
  if (nodes) enableCompileCache?.(nodes)
  // One cache for each command, since each calls other functions.
  const command = /^(check|diff|export|render|tasks|done|start|progress|status|fmt|init|new|explain|rules|metrics)$/.exec(
    words[0] ?? '',
  )?.[0]
  if (folder === undefined || command === undefined) require(file)
  else run(folder, command)
}

function run(folder, command) {
  const cache = path.join(folder, nameOfCache(command))
  const source = fs.readFileSync(file, 'latin1') // the bundle holds ASCII alone
  const known = readCache(cache)
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    cachedData: known?.code,
  })
  const bundle = { exports: {} }
  script.runInThisContext().call(bundle.exports, bundle.exports, createRequire(file), bundle, file, path.dirname(file))
  const isSound = known !== undefined && !script.cachedDataRejected
  if (!isSound || known.isYoung) process.on('exit', (code) => code <= 1 && writeCache(cache, command, script, isSound ? known.runs + 1 : 1))
}

function nameOfCache(command) {
  const { version, arch } = process
  const { size, mtimeMs } = fs.statSync(file)
  return `${command}-${version}-${arch}-${size}-${Math.trunc(mtimeMs)}-${checksum(Buffer.from(file))}.bin`
}

/**
 * The code in the cache, behind its checksum and the number of runs that made it; undefined when there is none that can be trusted. The
 * first runs, and one each day, add the functions that they called to it.
 */
function readCache(cache) {
  try {
    const descriptor = fs.openSync(cache, fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0))
    try {
      const stats = fs.fstatSync(descriptor)
      if (!isOwn(stats, 'isFile') || stats.nlink !== 1 || stats.size > mostBytes) return undefined
      const bytes = fs.readFileSync(descriptor)
      const code = bytes.subarray(8)
      if (bytes.length < 8 || bytes.readUInt32LE(0) !== checksum(code)) return undefined
      const runs = bytes.readUInt32LE(4)
      return { code, runs, isYoung: runs < 4 || Date.now() - stats.mtimeMs > day }
    } finally {
      fs.closeSync(descriptor)
    }
  } catch {
    return undefined
  }
}

/** Written whole or not at all, into a folder that is the user's own; one that cannot be written costs only time. */
function writeCache(cache, command, script, runs) {
  const draft = `${cache}.${process.pid}`
  let isOurs = false
  try {
    const code = script.createCachedData()
    const head = Buffer.alloc(8)
    head.writeUInt32LE(checksum(code), 0)
    head.writeUInt32LE(runs, 4)
    forget(path.dirname(cache), command)
    const descriptor = fs.openSync(draft, 'wx', 0o600)
    isOurs = true
    try {
      fs.writeFileSync(descriptor, Buffer.concat([head, code]))
    } finally {
      fs.closeSync(descriptor)
    }
    fs.renameSync(draft, cache)
  } catch {
    if (isOurs) fs.rmSync(draft, { force: true })
  }
}

/** Removes what other versions have left for the same command. */
function forget(folder, command) {
  for (const name of fs.readdirSync(folder)) {
    if (!name.startsWith(`${command}-`)) continue
    const other = path.join(folder, name)
    if (Date.now() - fs.lstatSync(other).mtimeMs > 7 * day) fs.rmSync(other, { force: true })
  }
}

function checksum(bytes) {
  const { crc32 } = require('node:zlib')
  return crc32 ? crc32(bytes) : require('node:crypto').createHash('sha256').update(bytes).digest().readUInt32LE(0)
}
