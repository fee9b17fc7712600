'use strict'
const { enableCompileCache } = require('node:module')

enableCompileCache?.()
require('../out/cli/main.cjs')
