'use strict'
const { enableCompileCache } = require('node:module')

enableCompileCache?.()
import('../out/cli/main.js')
