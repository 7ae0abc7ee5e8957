import { checkWorkspaceTask } from '../../../src-shared/audit/audit-operations.ts'
import { handleTask } from '../../execution/handlers.ts'
import { checkSteps } from './check-workspace.ts'

/** The check as a task: gives way between pieces of work, so that the desk goes on, and stops when it is told to. */
export const handleCheckWorkspace = handleTask(checkWorkspaceTask, async (context) => {
  const work = checkSteps({ database: context.database, files: context.files })
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    context.progress(step.value)
    await new Promise((resolve) => setImmediate(resolve))
    context.signal.throwIfAborted()
  }
})
