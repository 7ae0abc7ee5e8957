import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { z } from 'zod'
import { assetsFolder } from '../../src-core/app-files.ts'
import { Core } from '../../src-core/core.ts'
import { signPdf } from '../../src-core/documents/sign/sign-pdf.ts'
import { makeWorkspaceCertificate } from '../../src-core/documents/sign/workspace-certificate.ts'
import { documentPool } from '../../src-core/documents/document-pool.ts'
import { systemUserId } from '../../src-core/execution/read-actor.ts'
import { fillSample, type SampleWorkspace } from '../../src-core/seed/sample-workspace.ts'
import { createWorkspace } from '../../src-core/workspace/workspace.ts'
import { decideApproval, getApproval, listApprovals } from '../../src-shared/approvals/approvals-operations.ts'
import {
  addDocument,
  createDraft,
  exportLedger,
  getContract,
  makeDocument,
  sealContract,
  signContract,
  signDocument,
  submitContract,
  updateDraft,
} from '../../src-shared/contracts/contracts-operations.ts'
import type { ContractType } from '../../src-shared/contracts/contract.ts'
import { cents, formatYuan } from '../../src-shared/kernel/cents.ts'
import { formatQuantity, quantity } from '../../src-shared/kernel/decimal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { dateOf } from '../../src-shared/kernel/local-date.ts'
import type { CommandDefinition, QueryDefinition, TaskDefinition } from '../../src-shared/kernel/operation.ts'
import { Refusal } from '../../src-shared/kernel/refusal.ts'
import { describeRefusal } from '../../src-shared/messages/describe-refusal.ts'
import {
  confirmOrder,
  createOrderFromContract,
  createShipment,
  getOrder,
  receiveShipment,
} from '../../src-shared/orders/orders-operations.ts'
import { createParty } from '../../src-shared/parties/parties-operations.ts'
import { recordPayment } from '../../src-shared/payments/payments-operations.ts'
import { getTemplateVersion, importTemplate } from '../../src-shared/templates/templates-operations.ts'
import { onInterrupt } from '../interrupt.ts'
import { UsageError } from '../usage-error.ts'
import { writeWhole } from '../write-whole.ts'
import { draftFromData, partyOf, rolesOf, type ContractData } from './draft-from-data.ts'

interface DemoOptions {
  out: string
  template?: string
  data?: string
}

/** Calls in the name of people, as their screens would make them. */
class Desk {
  readonly core: Core
  readonly signal = onInterrupt()

  constructor(core: Core) {
    this.core = core
  }

  run<D extends CommandDefinition>(definition: D, input: z.input<D['input']>, user: Id<'User'>): z.output<D['output']> {
    this.signal.throwIfAborted()
    const result = this.core.execute(definition, input, user)
    if (!result.ok) throw new Refusal(result.code, result.params)
    return result.value
  }

  ask<D extends QueryDefinition>(definition: D, input: z.input<D['input']>, user: Id<'User'>): z.output<D['output']> {
    return this.core.query(definition, input, user)
  }

  async task<D extends TaskDefinition>(
    definition: D,
    input: z.input<D['input']>,
    user: Id<'User'>,
  ): Promise<z.output<D['output']>> {
    return (await this.core.runTask(definition.name, input, user, { signal: this.signal })) as z.output<D['output']>
  }
}

/** `qidan demo`: the whole main job on real input, everything kept in a folder, a table of it at the end. */
export async function demo(options: DemoOptions): Promise<number> {
  if ((options.template === undefined) !== (options.data === undefined))
    throw new UsageError('--template and --data go together')
  const began = performance.now()
  const out = resolve(options.out)
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const { workspace } = createWorkspace(join(out, 'workspace'), {
    passphrase: process.env.QIDAN_PASSPHRASE ?? 'demo-passphrase',
  })
  const desk = new Desk(new Core(workspace, { documents: documentPool({ workers: 2 }) }))
  try {
    say('工作区', '建立加密工作区与示例公司：部门、人员、往来单位、产品、条款、模板、印章、证书')
    const sample = await fillSample(desk.core)
    const made = new Made(desk, out)
    const name = options.template === undefined ? 'sales-contract' : basename(options.template, '.docx')
    const contract =
      options.template === undefined
        ? await draftSample(desk, sample)
        : await draftOwn(desk, sample, options.template, options.data!)
    const approved = await approve(desk, sample, contract)
    await made.file(`${name}.docx`, approved.docxHash, `合同 ${approved.number}，按模板填写的 Word 文件`)
    const signed = await sealAndSign(desk, sample, approved, made, name)
    if (signed.lines > 0 && signed.direction !== 'none') {
      await deliver(desk, sample, approved.id, made)
      await pay(desk, sample, approved.id, made)
    }
    await ledger(desk, sample, made)
    made.table(performance.now() - began)
    return made.verified ? 0 : 1
  } finally {
    await desk.core.close()
  }
}

const say = (step: string, text: string) => process.stdout.write(`  ${step.padEnd(6, '　')}${text}\n`)

/** Who does what at the sample company. */
const people = {
  clerk: 'linbotao',
  head: 'shenyanqiu',
  finance: 'fuminglan',
  accountant: 'panxinyi',
  general: 'jianglichuan',
  logistics: 'shikefan',
} as const
const person = (sample: SampleWorkspace, who: keyof typeof people) => sample.users.get(people[who])!

async function draftSample(desk: Desk, sample: SampleWorkspace): Promise<Id<'Contract'>> {
  const data = JSON.parse(readFileSync(join(assetsFolder, 'sample', 'sales-contract.json'), 'utf8')) as ContractData
  return draft(desk, sample, data, {
    type: 'sales',
    direction: 'in',
    templateVersionId: sample.templateVersions.get('sales-contract')!,
  })
}

async function draftOwn(
  desk: Desk,
  sample: SampleWorkspace,
  template: string,
  dataFile: string,
): Promise<Id<'Contract'>> {
  let data: ContractData
  try {
    data = JSON.parse(readFileSync(dataFile, 'utf8')) as ContractData
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${dataFile} is not JSON: ${error.message}`)
    throw error
  }
  const fileHash = desk.core.workspace.files.put(readFileSync(template))
  const { versionId } = await desk.task(
    importTemplate,
    { fileHash, fileName: basename(template), name: `${basename(template, '.docx')}（演示导入）`, type: 'other' },
    systemUserId,
  )
  return draft(desk, sample, data, { type: 'sales', direction: 'in', templateVersionId: versionId })
}

async function draft(
  desk: Desk,
  sample: SampleWorkspace,
  data: ContractData,
  kind: { type: ContractType; direction: 'in' | 'out'; templateVersionId: Id<'TemplateVersion'> },
): Promise<Id<'Contract'>> {
  const clerk = person(sample, 'clerk')
  const partyIds = new Map(sample.parties)
  const roles = rolesOf(data)
  // Our side is the one that is our company; with data of one's own, 乙方 is taken to be us.
  const own = roles.find((role) => partyOf(data, role).名称 === ownName()) ?? '乙方'
  for (const role of roles) {
    const party = partyOf(data, role)
    if (role === own) partyIds.set(party.名称!, sample.companyId)
    else if (!partyIds.has(party.名称!)) {
      const { id } = desk.run(
        createParty,
        {
          kind: 'customer',
          name: party.名称!,
          creditCode: party.统一社会信用代码 || null,
          address: party.地址 ?? '',
          legalRepresentative: party.法定代表人 ?? '',
          phone: party.电话 ?? '',
          bankName: party.开户行 ?? '',
          bankAccount: party.账号 ?? '',
        },
        clerk,
      )
      partyIds.set(party.名称!, id)
    }
  }
  const { mapping } = desk.ask(getTemplateVersion, { id: kind.templateVersionId }, clerk)
  const input = draftFromData(data, { ...kind, mapping, partyIds, productIds: new Map(), signedOn: today(desk) })
  const made = desk.run(createDraft, input, clerk)
  say(
    '起草',
    `草稿 ${made.draftNumber}，${input.lines?.length ?? 0} 项标的，${input.paymentPlan?.length ?? 0} 期付款，合计 ${formatYuan(made.amount)}`,
  )
  return made.id
}

const today = (desk: Desk) => dateOf(Date.now(), desk.core.workspace.timeZone)

const ownName = (): string =>
  (JSON.parse(readFileSync(join(assetsFolder, 'sample', 'sample.json'), 'utf8')) as { company: { name: string } })
    .company.name

interface Approved {
  id: Id<'Contract'>
  number: string
  docxHash: string
}

/** Submit, one sends it back, the clerk answers, then everyone agrees and the formal number is given. */
async function approve(desk: Desk, sample: SampleWorkspace, id: Id<'Contract'>): Promise<Approved> {
  const clerk = person(sample, 'clerk')
  const submit = async () => {
    await desk.task(makeDocument, { id }, clerk)
    const { version, documentId } = desk.ask(getContract, { id }, clerk)
    return desk.run(submitContract, { id, version, documentId: documentId! }, clerk)
  }
  const decide = (who: keyof typeof people, decision: 'agree' | 'sendBack', opinion: string) => {
    const user = person(sample, who)
    const row = desk.ask(listApprovals, { box: 'inbox' }, user).rows.find((each) => each.recordId === id)
    if (row?.taskId == null) throw new Error(`${who} has nothing to decide`)
    desk.run(decideApproval, { taskId: row.taskId, decision, opinion, contentHash: row.contentHash }, user)
    say('审批', `${desk.core.actor(user).name}${decision === 'agree' ? '同意' : '退回'}：${opinion}`)
  }
  await submit()
  decide('head', 'agree', '客户与价格无误')
  decide('finance', 'sendBack', '请在备注中写明发票类型')
  const { contract, draft: again } = readDraft(desk, id, clerk)
  desk.run(
    updateDraft,
    { id, version: contract.version, draft: { ...again, notes: '开具增值税专用发票（数电票）。' } },
    clerk,
  )
  say('修改', '经办人补充发票类型，重新提交')
  await submit()
  decide('head', 'agree', '同意')
  decide('finance', 'agree', '发票类型已明确')
  if (contract.amount >= 50_000_000) decide('general', 'agree', '同意签署')
  // The final document with the number is made by the job that the last agreement left.
  await desk.core.runDueJobs(desk.signal)
  const done = desk.ask(getContract, { id }, clerk)
  const approval = desk.ask(getApproval, { id: done.approvalId! }, clerk)
  const final = done.documents.findLast((document) => document.kind === 'final')
  if (final === undefined || final.docxHash === null || done.number === null) throw new Error('no final document')
  say('编号', `审批通过（${approval.rounds.length} 轮），正式编号 ${done.number}`)
  return { id, number: done.number, docxHash: final.docxHash }
}

function readDraft(desk: Desk, id: Id<'Contract'>, user: Id<'User'>) {
  const contract = desk.ask(getContract, { id }, user)
  const draftAgain = {
    ...contract,
    parties: contract.parties.map(({ role, partyId, snapshot }) => ({
      role,
      partyId,
      agent: snapshot.agent,
      contact: snapshot.contact,
    })),
    taxRate: null,
  }
  return { contract, draft: draftAgain }
}

/** Both seals, the cross-page seal, one handwriting, then two digital signatures one after the other, and the verdict of the verifier. */
async function sealAndSign(desk: Desk, sample: SampleWorkspace, { id }: Approved, made: Made, name: string) {
  const general = person(sample, 'general')
  const { core } = desk
  const contract = desk.ask(getContract, { id }, general)
  const ours = contract.parties.find((party) => party.partyId === contract.ourPartyId)!
  const theirs = contract.parties.find((party) => party.partyId === contract.counterpartyId)!
  const received = core.workspace.files.put(
    await core.drawSeal({ kind: 'contract', company: theirs.snapshot.name, diameterMm: 42, ink: 0.45 }),
  )
  const handwriting = (file: string) => core.workspace.files.put(readFileSync(join(assetsFolder, 'sample', file)))
  await desk.task(
    sealContract,
    {
      id,
      seals: [{ sealId: sample.seals.contract, role: ours.role }],
      receivedSeals: [{ role: theirs.role, imageHash: received, diameterMm: 42 }],
      crossPageSeals: [{ sealId: sample.seals.contract, position: 0.62 }],
      handwritings: [
        { role: ours.role, imageHash: handwriting('signature-jianglichuan.png') },
        { role: theirs.role, imageHash: handwriting('signature-fangyiping.png') },
      ],
    },
    general,
  )
  say('盖章', '双方合同专用章、骑缝章、手写签名')
  const first = await desk.task(signDocument, { id, certificateId: sample.certificateId, reason: '签署合同' }, general)
  const { documentId, pdfHash } = await counterpartySigns(desk, id, theirs.snapshot.name, first, general)
  const pdf = core.workspace.files.get(pdfHash)
  await made.file(`${name}.pdf`, pdfHash, '盖章并由双方数字签名的 PDF')
  const verification = await made.verify(pdf)
  say('签名', `两个数字签名；验证：${verification}`)
  const { version } = desk.ask(getContract, { id }, general)
  desk.run(signContract, { id, version, documentId, signedOn: today(desk) }, general)
  return { lines: contract.lines.length, direction: contract.direction }
}

/** The other side signs the file we sent, with a certificate of its own; what comes back is registered, our signature still valid. */
async function counterpartySigns(
  desk: Desk,
  id: Id<'Contract'>,
  company: string,
  sent: { version: number; pdfHash: string },
  user: Id<'User'>,
) {
  const { files } = desk.core.workspace
  const now = Date.now()
  const password = randomBytes(12).toString('base64url')
  const { p12 } = await makeWorkspaceCertificate({ company, validYears: 3, notBefore: now - 60_000, password })
  const { pdf } = await signPdf(files.get(sent.pdfHash), { signer: { p12, password }, time: now, reason: '签署合同' })
  const pdfHash = files.put(pdf)
  const { documents } = desk.ask(getContract, { id }, user)
  const { contentHash, docxHash, pages, anchors } = documents.findLast((document) => document.pdfHash === sent.pdfHash)!
  const { documentId } = desk.run(
    addDocument,
    { id, version: sent.version, kind: 'signed', contentHash, docxHash, pdfHash, pages, anchors },
    user,
  )
  return { documentId, pdfHash }
}

/** An order for part of the contract in two shipments, and one that asks for too much. */
async function deliver(desk: Desk, sample: SampleWorkspace, contractId: Id<'Contract'>, made: Made): Promise<void> {
  const clerk = person(sample, 'clerk')
  const general = person(sample, 'general')
  const { lines } = desk.ask(getContract, { id: contractId }, clerk)
  const wanted = lines.slice(0, 2).map((line) => ({ contractLineId: line.id, quantity: line.remainingQuantity }))
  const order = desk.run(
    createOrderFromContract,
    { contractId, lines: wanted, deliveryAddress: '按合同约定的交货地点' },
    clerk,
  )
  desk.run(confirmOrder, { id: order.id, version: order.version }, clerk)
  made.note(`订单 ${order.number}`, `${formatYuan(order.amount)}，${wanted.length} 项`)
  const ordered = desk.ask(getOrder, { id: order.id }, clerk)
  for (const [i, line] of ordered.lines.entries()) {
    const shipment = desk.run(
      createShipment,
      {
        orderId: order.id,
        lines: [{ orderLineId: line.id, quantity: line.quantity }],
        carrier: '顺丰速运',
        waybill: `SF16${String(4_4912_3300 + i)}`,
      },
      general,
    )
    desk.run(receiveShipment, { id: shipment.id, version: shipment.version }, general)
    made.note(`发货单 ${shipment.number}`, `${line.name} ${formatQuantity(line.quantity)} ${line.unit}`)
  }
  const tooMuch = desk.core.execute(
    createOrderFromContract,
    { contractId, lines: [{ contractLineId: lines[0]!.id, quantity: quantity(1_000_000) }] },
    clerk,
  )
  if (tooMuch.ok) throw new Error('an order beyond the remaining quantity was accepted')
  say('拒绝', describeRefusal(tooMuch, 'zh'))
}

/** One payment over two instalments: the first whole, the second in part. */
async function pay(desk: Desk, sample: SampleWorkspace, contractId: Id<'Contract'>, made: Made): Promise<void> {
  const accountant = person(sample, 'accountant')
  const contract = desk.ask(getContract, { id: contractId }, accountant)
  const [first, second] = contract.paymentPlan
  if (first === undefined || second === undefined) return
  const part = cents(Math.floor(second.amount / 2))
  const payment = desk.run(
    recordPayment,
    {
      direction: 'in',
      partyId: contract.counterpartyId,
      amount: cents(first.amount + part),
      paidOn: today(desk),
      bankReference: '电汇 20261124-0087',
      settlements: [
        { planItemId: first.id, amount: first.amount },
        { planItemId: second.id, amount: part },
      ],
    },
    accountant,
  )
  made.note(
    `收款 ${payment.number}`,
    `${formatYuan(cents(first.amount + part))}，核销“${first.name}”全部与“${second.name}”一半`,
  )
}

async function ledger(desk: Desk, sample: SampleWorkspace, made: Made): Promise<void> {
  const { fileHash } = await desk.task(exportLedger, {}, person(sample, 'general'))
  await made.file('contract-ledger.xlsx', fileHash, '合同台账（含按月图表）')
}

/** What the demo made, told at the end. */
class Made {
  readonly #desk: Desk
  readonly #out: string
  readonly #rows: [what: string, where: string][] = []
  verified = false

  constructor(desk: Desk, out: string) {
    this.#desk = desk
    this.#out = out
  }

  async file(name: string, hash: string, what: string): Promise<void> {
    const path = join(this.#out, name)
    writeWhole(path, this.#desk.core.workspace.files.get(hash))
    this.#rows.push([what, path])
  }

  note(what: string, text: string): void {
    say(what.split(' ')[0]!, `${what.split(' ')[1] ?? ''} ${text}`)
    this.#rows.push([what, text])
  }

  async verify(pdf: Uint8Array): Promise<string> {
    const { verifyPdf } = await import('../../src-core/documents/verify/verify-pdf.ts')
    const { verdict, words, signatures } = verifyPdf(pdf)
    this.verified = verdict === 'intact' && signatures.length === 2
    return words.zh
  }

  table(milliseconds: number): void {
    process.stdout.write(
      `\n${this.#rows.map(([what, where]) => `${where}\n    ${what}`).join('\n')}\n\n完成，用时 ${(milliseconds / 1000).toFixed(1)} 秒；工作区口令见 QIDAN_PASSPHRASE（默认 demo-passphrase）\n`,
    )
  }
}
