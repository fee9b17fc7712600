#!/usr/bin/env node
'use strict'
// Plain ES5: an old Node must get as far as the message.
var major = parseInt(process.versions.node.split('.')[0], 10)
if (major < 22) {
  process.stderr.write('mops needs Node.js 22 or newer; this is ' + process.versions.node + '.\n')
  process.exitCode = 2
} else {
  require('./start.cjs')
}
