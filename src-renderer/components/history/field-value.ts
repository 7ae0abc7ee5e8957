import { assertNever } from '../../../src-shared/kernel/assert-never.ts'
import { formatYuan, type Cents } from '../../../src-shared/kernel/cents.ts'
import {
  formatQuantity,
  formatRate,
  type Quantity,
  type Rate,
  type UnitPrice,
} from '../../../src-shared/kernel/decimal.ts'
import type { Json } from '../../../src-shared/kernel/json.ts'
import type { ContractStage } from '../../../src-shared/contracts/contract-stage.ts'
import { contractStageLabels } from '../../../src-shared/messages/status-words.ts'
import { actionWords, statusWords, wordOf } from '../../../src-shared/messages/words.ts'
import { priceText } from '../../lib/price-text.ts'
import type { Language } from '../../lib/words.ts'
import type { FieldKind } from './field-labels.ts'

const kindWords: Record<string, readonly [zh: string, en: string]> = {
  customer: ['客户', 'customer'],
  supplier: ['供应商', 'supplier'],
  both: ['客户和供应商', 'customer and supplier'],
  own: ['本公司', 'our company'],
  sales: ['销售', 'sales'],
  purchase: ['采购', 'purchase'],
  framework: ['框架', 'framework'],
  service: ['服务', 'service'],
  nda: ['保密', 'non-disclosure'],
  supplementary: ['补充协议', 'supplementary'],
  other: ['其他', 'other'],
  in: ['收款', 'in'],
  out: ['付款', 'out'],
  none: ['无', 'none'],
  transfer: ['银行转账', 'bank transfer'],
  acceptanceBill: ['承兑汇票', 'acceptance bill'],
  cash: ['现金', 'cash'],
  cheque: ['支票', 'cheque'],
  all: ['会签', 'all'],
  any: ['或签', 'any'],
  sequence: ['依次', 'in turn'],
  accepted: ['验收', 'accepted'],
  delivered: ['交货', 'delivered'],
  invoiced: ['开票', 'invoiced'],
  retentionReleased: ['质保到期', 'retention released'],
}

interface Reading {
  language: Language
  instant(ms: number): string
  yes: string
  no: string
}

/** A stored value as a person reads it; empty text for nothing. Names of people and parties are looked up by the screen. */
export function fieldValue(value: Json, kind: FieldKind, { language, instant, yes, no }: Reading): string {
  if (value === null || value === '') return ''
  if (kind === 'yesNo') return value === 1 || value === true ? yes : no
  if (typeof value === 'number') {
    switch (kind) {
      case 'cents':
        return formatYuan(value as Cents)
      case 'quantity':
        return formatQuantity(value as Quantity)
      case 'unitPrice':
        return priceText(value as UnitPrice)
      case 'rate':
        return formatRate(value as Rate)
      case 'instant':
        return instant(value)
      case 'text':
      case 'word':
      case 'stage':
      case 'person':
      case 'party':
      case 'reference':
      case 'hidden':
        return String(value)
      default:
        return assertNever(kind)
    }
  }
  if (typeof value === 'string')
    return kind === 'stage'
      ? stageText(value, language)
      : kind === 'word'
        ? wordOf({ ...actionWords, ...kindWords, ...statusWords }, value, language)
        : value
  return JSON.stringify(value)
}

/** As the badges of contracts say it. */
function stageText(stage: string, language: Language): string {
  const label = Object.hasOwn(contractStageLabels, stage) ? contractStageLabels[stage as ContractStage] : undefined
  return label === undefined ? stage : label[language === 'zh' ? 0 : 1]
}
