import type { ContractType, MoneyDirection } from '../../src-shared/contracts/contract.ts'

/** One of our Word templates: what it is for, and its text. */
export interface TemplateSpec {
  /** Of the .docx in assets/templates and of its data in assets/sample, without extension. */
  readonly file: string
  readonly name: string
  readonly type: ContractType
  readonly direction: MoneyDirection
  /** The side we are on. */
  readonly ourRole: '甲方' | '乙方'
  /** One sentence for the list of templates. */
  readonly description: string
  readonly cover: boolean
  /** Body of word/document.xml. */
  readonly body: string
}
