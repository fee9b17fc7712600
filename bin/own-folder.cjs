'use strict'
// Finds the folder for compiled code. What lies there is run, so nobody else may have had a hand in it.
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')

const others = { mayWrite: 0o022, mayDoAnything: 0o077 }
const sticky = 0o1000

/**
 * The folder `mops` in the user's folder for caches, made where it is missing; undefined where it is not the user's own, whatever the
 * environment says. `words` are those of the command line: what they name may be a workspace, whose files are not trusted.
 */
exports.ownFolder = function ownFolder(words) {
  try {
    const base = cacheFolder()
    if (base === undefined) return undefined
    const folder = path.join(base, 'mops')
    if (isInWorkspace(folder, words) || !isSafeWay(path.dirname(base))) return undefined
    makeFolder(base)
    return isSafeWay(base) ? ownFolderIn(base, 'mops') : undefined
  } catch {
    return undefined
  }
}

/** A folder in one that is the user's own, made where it is missing; undefined where it is not, or cannot be made. */
function ownFolderIn(base, name) {
  try {
    const folder = path.join(base, name)
    makeFolder(folder)
    return isOwn(fs.lstatSync(folder), 'isDirectory') ? folder : undefined
  } catch {
    return undefined
  }
}

exports.ownFolderIn = ownFolderIn

/** Alone: making all folders above it at once never ends where the system says that there is nothing, as in `/proc`. */
function makeFolder(folder) {
  if (!fs.lstatSync(folder, { throwIfNoEntry: false })) fs.mkdirSync(folder, { mode: 0o700 })
}

/** True for a file or folder, as `lstat` has it, that is the user's and nobody else's. */
exports.isOwn = isOwn

function isOwn(stats, kind) {
  if (!stats[kind]()) return false
  return !process.getuid || (stats.uid === process.geteuid() && (stats.mode & others.mayDoAnything) === 0)
}

function cacheFolder() {
  const { env, platform } = process
  if (process.getuid && process.getuid() !== process.geteuid()) return undefined
  if (platform === 'win32') {
    // There is no owner to ask for, so it has to lie in the profile that the system names.
    const folder = env.LOCALAPPDATA
    return folder && path.isAbsolute(folder) && isWithin(folder, os.userInfo().homedir) ? path.resolve(folder) : undefined
  }
  const folder = env.XDG_CACHE_HOME || (env.HOME && path.join(env.HOME, platform === 'darwin' ? 'Library/Caches' : '.cache'))
  return folder && path.isAbsolute(folder) ? path.resolve(folder) : undefined
}

/**
 * True where nobody but the user and the administrator decides what a path leads to: there are no links on it, all folders belong to one of
 * them, and others may not write there, or only beside what is not theirs as in a folder for temporary files. So the administrator, who runs
 * mops with the home of somebody else, keeps nothing there.
 */
function isSafeWay(folder) {
  if (fs.realpathSync.native(folder) !== folder) return false
  if (!process.getuid) return true
  for (let one = folder; ; one = path.dirname(one)) {
    const { uid, mode } = fs.lstatSync(one)
    if (uid !== 0 && uid !== process.geteuid()) return false
    if ((mode & others.mayWrite) !== 0 && (mode & sticky) === 0) return false
    if (one === path.dirname(one)) return true
  }
}

/** True for a folder in a repository, in the working folder, or in the folder of something that the command line names. */
function isInWorkspace(folder, words) {
  for (let one = folder; one !== path.dirname(one); one = path.dirname(one)) if (fs.existsSync(path.join(one, '.git'))) return true
  return [process.cwd(), ...words.filter((word) => !word.startsWith('-')).map(folderOf)].some((one) => isWithin(folder, one))
}

/** A folder that is named, links followed, else the folder of what is. */
function folderOf(word) {
  try {
    const real = fs.realpathSync.native(word)
    return fs.statSync(real).isDirectory() ? real : path.dirname(real)
  } catch {
    return path.dirname(path.resolve(word))
  }
}

function isWithin(file, folder) {
  const relative = path.relative(folder, file)
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
}
