import { handleReadHome } from './home-queries.ts'

export const homeHandlers = { commands: [], queries: [handleReadHome], tasks: [] }
