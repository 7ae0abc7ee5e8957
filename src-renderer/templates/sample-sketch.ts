import type { z } from 'zod'
import type { ContractSketch } from '../../src-shared/contracts/contract-sketch.ts'
import { parseCents } from '../../src-shared/kernel/cents.ts'
import { parseQuantity, parseRate, parseUnitPrice } from '../../src-shared/kernel/decimal.ts'
import { addDays, type LocalDate } from '../../src-shared/kernel/local-date.ts'
import type { TemplateAnswers, TemplateMapping } from '../../src-shared/templates/template.ts'
import type { TemplateVersionDetail } from '../../src-shared/templates/templates-operations.ts'
import type { ContractType } from '../../src-shared/contracts/contract.ts'
import { contractPartyRoles } from './mapped-roles.ts'

/** Words of the invented contract, in the language of the moment. */
export interface SampleWords {
  title: string
  line1: string
  line2: string
  unit: string
  first: string
  last: string
  condition: string
  signedAt: string
  answer(label: string): string
}

/** An invented contract that fills every field of a template once, for looking at its layout. */
export function sampleSketch(
  version: Pick<TemplateVersionDetail, 'id' | 'mapping'> & { type: ContractType },
  given: { ourPartyId: string | null; otherPartyId: string | null; today: LocalDate; words: SampleWords },
): z.input<typeof ContractSketch> {
  const { words, today } = given
  const line = (name: string, quantity: string, price: string) => ({
    name,
    specification: 'A-100',
    unit: words.unit,
    quantity: parseQuantity(quantity),
    unitPrice: parseUnitPrice(price),
    taxRate: parseRate('13%'),
    deliverBy: addDays(today, 30),
  })
  return {
    number: 'TEST-0001',
    title: words.title,
    type: version.type,
    templateVersionId: version.id,
    parties: contractPartyRoles(version.mapping).map((role, i) => ({
      role,
      partyId: i === 0 ? given.otherPartyId : i === 1 ? given.ourPartyId : null,
    })),
    // 2 × 12,500.00 and 5 × 3,000.00: 40,000.00 in all.
    lines: [line(words.line1, '2', '12500'), line(words.line2, '5', '3000')],
    paymentPlan: [
      {
        name: words.first,
        condition: words.condition,
        dueOn: addDays(today, 7),
        rate: parseRate('30%'),
        amount: parseCents('12000'),
      },
      {
        name: words.last,
        condition: words.condition,
        dueOn: addDays(today, 60),
        rate: parseRate('70%'),
        amount: parseCents('28000'),
      },
    ],
    signedAt: words.signedAt,
    signedOn: today,
    effectiveOn: today,
    expiresOn: addDays(today, 365),
    retentionAmount: parseCents('2000'),
    retentionReleaseOn: addDays(today, 365),
    answers: sampleAnswers(version.mapping, today, words),
  }
}

function sampleAnswers(mapping: TemplateMapping, today: LocalDate, words: SampleWords): TemplateAnswers {
  const answers: TemplateAnswers = {}
  for (const [path, filling] of Object.entries(mapping)) {
    if (filling.kind !== 'question') continue
    const samples: Record<typeof filling.type, TemplateAnswers[string]> = {
      text: words.answer(filling.label),
      number: 7,
      money: '10000.00',
      date: today,
      rate: '0.05',
      boolean: true,
      list: null,
      image: null,
    }
    answers[path] = samples[filling.type]
  }
  return answers
}
