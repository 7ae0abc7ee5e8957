import type { PartyRole } from '../../src-shared/contracts/contract.ts'
import { previewDraft } from '../../src-shared/contracts/contracts-operations.ts'
import { sketchAmounts, type ContractSketch } from '../../src-shared/contracts/contract-sketch.ts'
import { checkPaymentPlan } from '../../src-shared/contracts/payment-plan.ts'
import {
  applyMapping,
  contractTemplateData,
  unansweredQuestions,
  type TemplateData,
} from '../../src-shared/contracts/template-data.ts'
import type { Cents } from '../../src-shared/kernel/cents.ts'
import { Refusal } from '../../src-shared/kernel/refusal.ts'
import type { Warning } from '../../src-shared/kernel/warning.ts'
import type { TemplateMapping } from '../../src-shared/templates/template.ts'
import { findRecord, recordById } from '../db/record-by-id.ts'
import { parties } from '../db/schema/parties.ts'
import { templateVersions } from '../db/schema/templates.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import { handleTask } from '../execution/handlers.ts'
import { snapshotOf } from './party-snapshot.ts'

/** Every contract has these two; a blank stands for the one not chosen yet. */
const alwaysThere: readonly PartyRole[] = ['甲方', '乙方']

/** Fills the template with what is typed so far and typesets it; the store is not touched. */
export const handlePreviewDraft = handleTask(previewDraft, async ({ read, files, documents, signal }, sketch) => {
  const template = recordById(read, templateVersions, sketch.templateVersionId)
  const data = sketchData(read, sketch, template.mapping)
  const filled = await documents.fillTemplate(files.get(template.fileHash), data, {}, signal)
  const converted = await documents.convert(filled.docx, { title: sketch.title }, signal)
  return {
    pdf: Buffer.from(converted.pdf).toString('base64'),
    pages: converted.pages,
    problems: problemsOf(sketch, template.mapping),
    notCarried: converted.notCarried.map(({ what, where, count }) => ({ what, where, count })),
  }
})

/** The same data as the saved contract would give, with blanks where nothing is typed. */
function sketchData(read: ReadDatabase, sketch: ContractSketch, mapping: TemplateMapping): TemplateData {
  const { lines, total } = sketchAmounts(sketch)
  const roles = [...new Set([...alwaysThere, ...sketch.parties.map(({ role }) => role)])]
  const data = contractTemplateData({
    contract: { ...sketch, ...total, currency: 'CNY' },
    parties: roles.map((role) => {
      const party = sketch.parties.find((each) => each.role === role)
      const record = party?.partyId == null ? undefined : findRecord(read, parties, party.partyId)
      return { role, ...snapshotOf(record, { contact: party?.contact ?? '', agent: party?.agent ?? '' }) }
    }),
    lines: lines.map((line, i) => ({ ...line, lineNo: i + 1 })),
    plan: sketch.paymentPlan.map((item, i) => ({ ...item, itemNo: i + 1, amount: item.amount ?? (0 as Cents) })),
  })
  return applyMapping(data, mapping)
}

/** What submitting would refuse, as far as it hangs on the text and not on other records. */
function problemsOf(sketch: ContractSketch, mapping: TemplateMapping): Warning[] {
  const problems: Warning[] = []
  const unanswered = unansweredQuestions(mapping, sketch.answers)
  if (unanswered.length > 0) problems.push({ code: 'contract.questionsUnanswered', params: { questions: unanswered } })
  try {
    checkPaymentPlan(
      sketchAmounts(sketch).total.amount,
      sketch.paymentPlan.map(({ name, amount }) => ({ name, amount: amount ?? (0 as Cents) })),
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    problems.push({ code: error.code, params: error.params as Warning['params'] })
  }
  return problems
}
