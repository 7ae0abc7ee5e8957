import { describe, expect, it } from 'vitest'
import { documentsHere } from '../../test/support/documents-here.ts'
import { makeWorkspace, type TestDesk } from '../../test/support/make-workspace.ts'
import { listFailedJobs, reviewFailedJob } from '../../src-shared/settings/settings-operations.ts'

const day = 86_400_000

/** A job that looks at the audit and changes nothing, or another one. */
function addJob(desk: TestDesk, key: string, kind = 'audit.verify', payload = '{}'): void {
  desk.core.workspace.database.sqlite
    .prepare(
      `insert into jobs (kind, payload, dedupe_key, status, run_after, created_at) values (?, ?, ?, 'waiting', ?, ?)`,
    )
    .run(kind, payload, key, desk.now(), desk.now())
}

const left = (desk: TestDesk) =>
  desk.core.workspace.database.sqlite.prepare('select dedupe_key, status from jobs order by id').raw().all()

/** Tried until it is given up. */
async function giveUp(desk: TestDesk): Promise<void> {
  for (let i = 0; i < 8; i++) {
    await desk.core.runDueJobs()
    desk.advance(day)
  }
}

describe('a job that is done', () => {
  it('is kept for thirty days and then taken out, with the next that is done or at the next start', async () => {
    await using desk = await makeWorkspace()
    addJob(desk, 'first')
    await desk.core.runDueJobs()
    desk.advance(30 * day - 60_000)
    addJob(desk, 'second')
    await desk.core.runDueJobs()
    expect(left(desk)).toEqual([
      ['first', 'done'],
      ['second', 'done'],
    ])
    desk.advance(120_000)
    await desk.core.runDueJobs()
    expect(left(desk)).toHaveLength(2)
    addJob(desk, 'third')
    await desk.core.runDueJobs()
    expect(left(desk)).toEqual([
      ['second', 'done'],
      ['third', 'done'],
    ])
    desk.advance(31 * day)
    await desk.reopen()
    expect(left(desk)).toEqual([])
  })
})

describe('a job that was given up', () => {
  it('stays until someone has seen it, with what the last attempt said', async () => {
    await using desk = await makeWorkspace()
    addJob(desk, 'hopeless', 'files.unheardOf')
    await giveUp(desk)
    desk.advance(400 * day)
    await desk.reopen()
    const [failed] = desk.ask(listFailedJobs, {}, desk.people.administrator)
    expect(failed).toMatchObject({
      kind: 'files.unheardOf',
      attempts: 8,
      refusal: { code: 'task.unknown', params: { name: 'files.unheardOf' } },
    })
    const dismissal = { id: failed!.id, verdict: 'dismiss' as const }
    expect(desk.refused(reviewFailedJob, dismissal, desk.people.sales).code).toBe('access.denied')
    desk.run(reviewFailedJob, dismissal, desk.people.administrator)
    expect(desk.ask(listFailedJobs, {})).toEqual([])
    expect(desk.refused(reviewFailedJob, dismissal).code).toBe('record.missing')
  })

  it('is done when what stood in its way is gone and it is tried again', async () => {
    let broken = true
    const documents = documentsHere()
    await using desk = await makeWorkspace({
      documents: {
        ...documents,
        drawSeal: async (drawing) => {
          if (broken) throw new Error('the disk is full')
          return documents.drawSeal(drawing)
        },
      },
    })
    addJob(desk, 'seal', 'settings.drawSeal', '{"kind":"contract"}')
    await giveUp(desk)
    const [failed] = desk.ask(listFailedJobs, {})
    expect(failed).toMatchObject({ lastError: 'the disk is full', refusal: null })
    broken = false
    desk.run(reviewFailedJob, { id: failed!.id, verdict: 'retry' })
    expect(await desk.core.runDueJobs()).toEqual({ done: 1, failed: 0 })
    expect(desk.ask(listFailedJobs, {})).toEqual([])
  })
})
