import { describe, expect, it } from 'vitest'
import { checkWorkspaceTask } from '../../../src-shared/audit/audit-operations.ts'
import type { WorkspaceCheck } from '../../../src-shared/audit/workspace-check.ts'
import { makeWorkspace } from '../../../test/support/make-workspace.ts'

describe('the check as a task of the desk', () => {
  it('looks at every part, tells how far it is, and finds a file that was altered', async () => {
    await using desk = await makeWorkspace()
    const { files } = desk.core.workspace
    const hash = files.put(Buffer.from('合同'))
    const steps = new Set<string>()
    const run = () =>
      desk.core.runTask(checkWorkspaceTask.name, {}, desk.people.administrator, {
        progress: ({ step }) => steps.add(step),
      }) as Promise<WorkspaceCheck>
    expect(await run()).toMatchObject({ sound: true })
    expect(steps).toContain('audit')
    expect(steps).toContain('files')
    files.sqlite.prepare('update blobs set bytes = ? where hash = ?').run(Buffer.from('假同'), hash)
    const found = await run()
    expect(found.sound).toBe(false)
    expect(found.parts.find(({ name }) => name === 'files')?.faults).toEqual([
      { code: 'file.damaged', params: { hash } },
    ])
  })

  it('stops when it is told to, and is not for everyone', async () => {
    await using desk = await makeWorkspace()
    const controller = new AbortController()
    const stopped = desk.core.runTask(checkWorkspaceTask.name, {}, desk.people.administrator, {
      signal: controller.signal,
      progress: () => controller.abort(new Error('enough')),
    })
    await expect(stopped).rejects.toThrow('enough')
    await expect(desk.core.runTask(checkWorkspaceTask.name, {}, desk.people.sales)).rejects.toThrow('access.denied')
  })
})
