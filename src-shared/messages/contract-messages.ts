import type { Messages } from './message.ts'

/** Drafting, stages and documents of contracts. */
export const contractMessages = {
  'contract.notDraft': {
    zh: '合同已是“{stage:stage}”，只有草稿可以修改。需要改动时请撤回或退回后再改。',
    en: 'The contract is {stage:stage}; only drafts can be changed. Withdraw it or have it sent back first.',
  },
  'contract.onlyDraftsDeleted': {
    zh: '合同已是“{stage:stage}”，只有从未提交的草稿可以删除。其他合同请作废，编号与文件会保留。',
    en: 'The contract is {stage:stage}; only drafts never submitted can be deleted. Void it instead: number and files stay.',
  },
  'contract.noOwnParty': {
    zh: '合同当事人中没有本公司。请把本公司加为其中一方。',
    en: 'Our own company is not among the parties. Add it as one of them.',
  },
  'contract.noCounterparty': {
    zh: '合同没有对方当事人。请选择往来单位。',
    en: 'The contract has no counterparty. Choose one.',
  },
  'contract.partyBlocked': {
    zh: '“{party}”已停用，不能用于新的合同或订单。请先恢复它，或另选单位。',
    en: '“{party}” is blocked and cannot be used in new contracts or orders. Unblock it, or choose another party.',
  },
  'contract.partyTwice': {
    zh: '同一个单位在合同中出现了两次。请每一方选择不同的单位。',
    en: 'The same party stands in the contract twice. Choose a different one for each role.',
  },
  'contract.roleTwice': {
    zh: '有两方使用了同一个称谓：{roles:list}。请改成不同的称谓。',
    en: 'Two parties have the same role: {roles:list}. Give each its own.',
  },
  'contract.termReversed': {
    zh: '到期日 {expiresOn} 早于生效日 {effectiveOn}。请改正其中一个。',
    en: 'The contract expires on {expiresOn}, before it takes effect on {effectiveOn}. Correct one of them.',
  },
  'contract.isParent': {
    zh: '还有合同以它为主合同：{contracts:list}。请先改选它们的主合同，再删除。',
    en: 'Other contracts have it as their parent: {contracts:list}. Choose another parent for them first, then delete it.',
  },
  'contract.ownParent': {
    zh: '合同不能以自己为主合同。请另选主合同，或留空。',
    en: 'A contract cannot be its own parent. Choose another, or none.',
  },
  'contract.amountNegative': {
    zh: '合同总金额为 {amount:yuan}，不能是负数。请检查标的明细。',
    en: 'The contract comes to {amount:yuan}; it must not be negative. Check the lines.',
  },
  'contract.retentionAboveAmount': {
    zh: '质保金 {retention:yuan} 超过了合同总金额 {amount:yuan}。请改小。',
    en: 'The retention of {retention:yuan} is more than the contract’s {amount:yuan}. Lower it.',
  },
  'contract.planItemNotPositive': {
    zh: '收付款计划第 {item} 期“{name}”的金额是 {amount:yuan}，必须大于零。请改正或删去这一期。',
    en: 'Instalment {item}, “{name}”, is {amount:yuan}; it must be above zero. Correct it or take it out.',
  },
  'contract.planDoesNotAddUp': {
    zh: '收付款计划合计 {planned:yuan}，与合同总金额 {amount:yuan} 相差 {difference:yuan}。请调整各期金额，使合计相等。',
    en: 'The payment plan comes to {planned:yuan}, the contract to {amount:yuan}: {difference:yuan} apart. Adjust the instalments until they agree.',
  },
  'contract.noTemplate': {
    zh: '合同 {number} 没有选择模板，无法制作文件。请先在草稿里选择模板。',
    en: 'Contract {number} has no template, so no document can be made. Choose one in the draft first.',
  },
  'contract.questionsUnanswered': {
    zh: '模板还有没有回答的必填项：{questions:list}。请在草稿中填写后再提交。',
    en: 'The template still has unanswered questions: {questions:list}. Answer them in the draft, then submit.',
  },
  'contract.noFinalDocument': {
    zh: '合同 {number}（{stage:stage}）还没有定稿文件。请先生成定稿，再用印或签名。',
    en: 'Contract {number} ({stage:stage}) has no final document. Make it first, then seal or sign.',
  },
  'contract.documentStale': {
    zh: '合同 {number} 的文件是按旧内容制作的。请重新生成后再继续。',
    en: 'The document of contract {number} was made from older content. Make it anew, then go on.',
  },
  'contract.documentNotApproved': {
    zh: '合同 {number} 的这份文件与批准的内容不一致，不能用印或签署。请用批准的内容重新生成。',
    en: 'This document of contract {number} is not what was approved, so it cannot be sealed or signed. Make it anew from the approved content.',
  },
  'contract.documentNotNow': {
    zh: ({ kind }) =>
      kind === 'draft'
        ? '合同已是“{stage:stage}”，不能再制作草稿文件。'
        : '合同是“{stage:stage}”，现在不能制作这种文件。请等合同批准后再做。',
    en: ({ kind }) =>
      kind === 'draft'
        ? 'The contract is {stage:stage}; a draft document can no longer be made.'
        : 'The contract is {stage:stage}; this kind of document cannot be made now. Wait until it is approved.',
  },
  'contract.unpaidNeedsReason': {
    zh: '合同总额 {amount:yuan}，已核销 {settled:yuan}，还有 {open:yuan} 未结。若仍要办结，请写明原因。',
    en: 'The contract comes to {amount:yuan}, {settled:yuan} is settled and {open:yuan} is open. To complete it all the same, give the reason.',
  },
  'contract.voidAfterPayment': {
    zh: '合同已核销收付款 {settled:yuan}，不能作废。请先撤销核销，或改用终止。',
    en: 'Payments of {settled:yuan} are settled against the contract, so it cannot be voided. Undo the settlements, or terminate it instead.',
  },
  'contract.voidAfterShipment': {
    zh: '合同项下已发货 {shipped:yuan}，不能作废。请先撤回发货，或改用终止。',
    en: 'Goods of {shipped:yuan} were shipped under the contract, so it cannot be voided. Take the shipments back, or terminate it instead.',
  },
  'contract.openOrders': {
    zh: '合同还有未结束的订单：{orders:list}。请先完成或取消它们。',
    en: 'The contract has open orders: {orders:list}. Complete or cancel them first.',
  },
} satisfies Messages
