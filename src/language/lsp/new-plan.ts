import { newPlanRequest, type ParamsOf, type ResultOf, templatesRequest } from '../protocol.js'
import { filled, usualAnswers } from '../templates/frame.js'
import { planTemplates, templateNames } from '../templates/templates.js'
import type { Provider } from './provider.js'

/** Plans to start from. */
export const newPlan: Provider = {
  capabilities: {},
  attach({ connection, session }) {
    connection.onRequest(
      templatesRequest.method,
      (): ResultOf<typeof templatesRequest> =>
        templateNames.map((name) => ({ name, title: planTemplates[name].title(), summary: planTemplates[name].summary() })),
    )
    connection.onRequest(newPlanRequest.method, ({ template }: ParamsOf<typeof newPlanRequest>): ResultOf<typeof newPlanRequest> => {
      const name = templateNames.find((one) => one === template)
      return name === undefined ? null : { text: filled(planTemplates[name], usualAnswers(session.clock())) }
    })
  },
}
