import { type DocxContent, type Letterhead, packageDocx } from './package-docx.ts'
import { confidentialityAgreement } from './confidentiality-agreement.ts'
import { frameworkPurchase } from './framework-purchase.ts'
import { salesContract } from './sales-contract.ts'
import { supplementaryAgreement } from './supplementary-agreement.ts'
import { technicalService } from './technical-service.ts'
import type { TemplateSpec } from './template-spec.ts'

/** All Word templates of our own, in the order they are offered. */
export const templateCatalogue: readonly TemplateSpec[] = [
  salesContract,
  frameworkPurchase,
  technicalService,
  supplementaryAgreement,
  confidentialityAgreement,
]

/** The .docx of a template; with a letterhead the company's logo stands in the running header instead of its name. */
export function templateDocx(spec: TemplateSpec, letterhead?: Letterhead): Uint8Array {
  const content: DocxContent = {
    title: spec.name,
    body: spec.body,
    headerName: `{{${spec.ourRole}.名称}}`,
    numberLabel: spec.type === 'supplementary' || spec.type === 'nda' ? '协议编号' : '合同编号',
    cover: spec.cover,
    ...(letterhead ? { letterhead } : {}),
  }
  return packageDocx(content)
}
