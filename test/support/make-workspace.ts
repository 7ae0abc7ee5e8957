import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { z } from 'zod'
import { Core } from '../../src-core/core.ts'
import { systemUserId } from '../../src-core/execution/read-actor.ts'
import type { DocumentEngine } from '../../src-core/ports/document-engine.ts'
import { createWorkspace, openWorkspace, unlockDataKey } from '../../src-core/workspace/workspace.ts'
import type { RoleName } from '../../src-shared/access/roles.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import type { Json } from '../../src-shared/kernel/json.ts'
import type { CommandDefinition, QueryDefinition } from '../../src-shared/kernel/operation.ts'
import { Refusal } from '../../src-shared/kernel/refusal.ts'
import { createDepartment, createUser } from '../../src-shared/people/people-operations.ts'
import { saveCompany } from '../../src-shared/settings/settings-operations.ts'

/** 2026-11-24 10:00 in Shanghai. */
export const testStart = Date.UTC(2026, 10, 24, 2)

/** One person for each ready role, and the desk itself. */
export type TestPeople = Record<RoleName | 'system', Id<'User'>>

const names: Record<RoleName, [account: string, name: string]> = {
  sales: ['wangqiang', '王强'],
  salesSupport: ['lina', '李娜'],
  legal: ['zhaomin', '赵敏'],
  finance: ['qianjin', '钱进'],
  manager: ['sunli', '孙丽'],
  generalManager: ['chenzong', '陈总'],
  administrator: ['admin', '管理员'],
  auditor: ['zhoushen', '周审'],
}

/** A real encrypted workspace in a folder of its own, behind the real core, with people of every role and our company. */
export interface TestDesk extends AsyncDisposable {
  core: Core
  dir: string
  people: TestPeople
  departmentId: Id<'Department'>
  ourPartyId: Id<'Party'>
  /** Moves the clock, milliseconds. */
  advance(milliseconds: number): void
  now(): number
  /** Runs a command; a refusal is thrown. By the general manager unless said otherwise. */
  run<D extends CommandDefinition>(definition: D, input: z.input<D['input']>, as?: Id<'User'>): z.output<D['output']>
  /** The refusal of a command that must be refused. */
  refused<D extends CommandDefinition>(
    definition: D,
    input: z.input<D['input']>,
    as?: Id<'User'>,
  ): { code: string; params: Record<string, Json> }
  /** Runs a query and checks what it gives against its own schema. */
  ask<D extends QueryDefinition>(definition: D, input: z.input<D['input']>, as?: Id<'User'>): z.output<D['output']>
  /** Closes and opens it again, as after a restart; in between another process may have had it. */
  reopen(between?: (secret: { dir: string; dataKey: Uint8Array }) => Promise<void>): Promise<void>
}

const passphrase = 'correct horse battery'
let prepared: { dir: string; dataKey: Uint8Array } | undefined

/** Deriving keys is slow by design, so one empty workspace is made per process and copied. */
function emptyWorkspace(): { dir: string; dataKey: Uint8Array } {
  if (prepared !== undefined) return prepared
  const dir = testFolder()
  createWorkspace(dir, { passphrase }).workspace.close()
  prepared = { dir, dataKey: unlockDataKey(dir, { passphrase }) }
  return prepared
}

let root: string | undefined
let folders = 0

/** A new path in a folder of this process, which goes with it. */
function testFolder(): string {
  if (root === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'qidan-desk-'))
    process.once('exit', () => rmSync(made, { recursive: true, force: true }))
    root = made
  }
  folders += 1
  return join(root, String(folders))
}

/** Documents are not made where a test does not ask for them. */
const noDocuments: DocumentEngine = {
  checkTemplate: unexpected,
  fillTemplate: unexpected,
  convert: unexpected,
  stamp: unexpected,
  sign: unexpected,
  verify: unexpected,
  drawSeal: unexpected,
  cleanSeal: unexpected,
  typeset: unexpected,
  readSheet: unexpected,
  close: async () => {},
}
function unexpected(): Promise<never> {
  return Promise.reject(new Error('this test makes no documents'))
}

export async function makeWorkspace({
  documents = noDocuments,
}: { documents?: DocumentEngine } = {}): Promise<TestDesk> {
  const empty = emptyWorkspace()
  const dir = testFolder()
  cpSync(empty.dir, dir, { recursive: true })
  let at = testStart
  let drawn = 0
  const open = () =>
    new Core(openWorkspace(dir, { dataKey: empty.dataKey }), {
      documents,
      clock: () => (at += 1),
      // Ids differ from each other, and are the same in every run of a test.
      random: (count) => {
        drawn += 1
        return Uint8Array.from({ length: count }, (_, i) => (drawn >>> (8 * (i % 4))) & 255)
      },
    })
  const people = { system: systemUserId } as TestPeople
  const desk: TestDesk = {
    core: open(),
    dir,
    people,
    departmentId: '' as Id<'Department'>,
    ourPartyId: '' as Id<'Party'>,
    advance: (milliseconds) => {
      at += milliseconds
    },
    now: () => at,
    run(definition, input, as = people.generalManager) {
      const result = desk.core.execute(definition, input, as)
      if (!result.ok) throw new Refusal(result.code, result.params)
      return result.value
    },
    refused(definition, input, as = people.generalManager) {
      const result = desk.core.execute(definition, input, as)
      if (result.ok) throw new Error(`${definition.name} was not refused: ${JSON.stringify(result.value)}`)
      return { code: result.code, params: result.params }
    },
    ask: (definition, input, as = people.generalManager) =>
      definition.output.parse(desk.core.query(definition, input, as)) as never,
    async reopen(between) {
      await desk.core.close()
      await between?.({ dir, dataKey: empty.dataKey })
      desk.core = open()
    },
    async [Symbol.asyncDispose]() {
      await desk.core.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
  desk.ourPartyId = desk.run(
    saveCompany,
    {
      profile: {
        name: '上海契单科技有限公司',
        shortName: '契单科技',
        creditCode: '91310115MA1K4DKY1X',
        address: '上海市浦东新区张江路 100 号',
        legalRepresentative: '陈思远',
        bankName: '招商银行上海张江支行',
        bankAccount: '121900000010001',
      },
      version: null,
    },
    systemUserId,
  ).partyId
  desk.departmentId = desk.run(createDepartment, { name: '总经办' }, systemUserId).id
  for (const [role, [account, name]] of Object.entries(names) as [RoleName, [string, string]][])
    people[role] = desk.run(
      createUser,
      { account, name, departmentId: desk.departmentId, roles: [role] },
      systemUserId,
    ).id
  return desk
}
