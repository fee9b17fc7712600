import { serve } from '../language/node-server.js'

serve()
