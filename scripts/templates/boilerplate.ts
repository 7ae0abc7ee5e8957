import { article, clause, item } from './blocks.ts'

// Articles that every one of our contracts carries in the same words. Law as of 2026: 民法典, 电子签名法, 反不正当竞争法 (2025 revision).

/** 保密 of a contract whose subject is something else; the confidentiality agreement has its own, fuller text. */
export function confidentialityArticle(): string {
  return [
    article('保密'),
    clause(
      '任何一方（“接收方”）对在订立和履行本合同过程中知悉的对方（“披露方”）的商业秘密、技术资料、价格、客户信息及其他未公开信息（“保密信息”）负有保密义务，未经披露方书面同意，不得向第三方披露，也不得用于履行本合同以外的目的。',
    ),
    clause(
      '下列信息不属于保密信息：（一）非因接收方违约而为公众所知悉的；（二）接收方在披露前已合法持有的；（三）接收方从有权披露的第三方合法取得的；（四）接收方独立开发取得的。',
    ),
    clause(
      '接收方可以向确有知悉必要的员工、专业顾问和分包人披露保密信息，但应当使其承担不低于本条的保密义务，并对其行为负责。依法律规定或者司法、行政机关的要求必须披露的，接收方应在法律允许的范围内事先通知披露方，并将披露限于必要范围。',
    ),
    clause('本条义务在本合同终止后{{保密年限}}年内继续有效；构成商业秘密的信息，保密义务持续至其依法公开之日。'),
  ].join('')
}

export function integrityArticle(): string {
  return [
    article('廉洁与合规'),
    clause(
      '双方应遵守反商业贿赂的法律规定。任何一方及其工作人员不得以任何名义向对方工作人员、其近亲属或者其他可能影响交易的人员给予财物或者其他不正当利益，也不得索取、收受上述利益。',
    ),
    clause('一方违反前款约定的，对方有权书面通知解除本合同，并要求其赔偿由此造成的损失。'),
  ].join('')
}

export function forceMajeureArticle(): string {
  return [
    article('不可抗力'),
    clause(
      '一方因不能预见、不能避免且不能克服的客观情况不能履行本合同的，根据不可抗力的影响，部分或者全部免除责任，法律另有规定的除外。因迟延履行后发生不可抗力的，不免除其违约责任。',
    ),
    clause(
      '受影响的一方应及时通知对方，以减轻可能给对方造成的损失，并在不可抗力发生后15日内提供证明。双方应根据影响程度协商延期履行、部分履行或者变更本合同。',
    ),
    clause(
      '不可抗力的影响持续超过60日，致使不能实现合同目的的，任何一方均有权书面通知对方解除本合同，双方据实结算，互不承担违约责任。',
    ),
  ].join('')
}

export function noticesArticle(self: '本合同' | '本协议' = '本合同'): string {
  return [
    article('通知与送达'),
    clause(
      `${self}首部所列的住所、联系人、电话和电子邮箱为各方确认的有效联系方式，适用于${self}履行中的各类通知，也适用于争议进入仲裁或者民事诉讼程序（包括一审、二审、再审和执行）后法律文书的送达。`,
    ),
    clause(
      '通知应采用书面形式。当面递交的，签收时视为送达；以快递寄出的，签收之日视为送达，拒收或者无人签收的，退回之日视为送达；以电子邮件发出的，进入接收方指定系统时视为送达。',
    ),
    clause('一方变更联系方式的，应提前3日书面通知对方；未及时通知的，按照原联系方式发出的通知和文书仍视为有效送达。'),
  ].join('')
}

export function disputesArticle(self: '本合同' | '本协议' = '本合同'): string {
  return [
    article('法律适用与争议解决'),
    clause(
      `${self}的订立、效力、解释、履行和争议解决，适用中华人民共和国法律（为${self}之目的，不包括香港、澳门特别行政区和台湾地区的法律）。`,
    ),
    clause(`因${self}引起的或者与${self}有关的争议，双方应友好协商解决；协商不成的，{{合同.争议解决}}。`),
    clause(
      `争议解决期间，除争议事项外，双方应继续履行${self}。违约方应承担守约方为实现权利支出的合理费用，包括诉讼费或者仲裁费、保全费、鉴定费、公证费、差旅费和律师费。`,
    ),
  ].join('')
}

/** Clauses on effect, electronic signing and copies; `before` come first under the same heading. */
export function finalArticle(...before: string[]): string {
  return [
    article('合同生效及其他'),
    ...before,
    clause('本合同自双方加盖公章或者合同专用章，并由法定代表人或者授权代表签字之日起生效。'),
    clause(
      '双方同意可以采用可靠的电子签名订立本合同及其补充文件。符合《中华人民共和国电子签名法》规定的可靠的电子签名与手写签名或者盖章具有同等的法律效力；以此订立的数据电文视为书面形式和原件。',
    ),
    clause('本合同一式{{合同.份数}}份，双方各执一半，具有同等法律效力。'),
    clause(
      '本合同附件是本合同的组成部分，与正文具有同等法律效力；附件与正文不一致的，以正文为准。本合同未尽事宜，由双方另行签订书面补充协议。',
    ),
    clause('本合同部分条款无效或者被撤销的，不影响其他条款的效力。一方未行使或者迟延行使权利，不构成对该权利的放弃。'),
    clause(
      '**双方确认：对本合同中免除或者减轻责任等与自身有重大利害关系的条款（以加粗字体标示），对方已以合理方式提示并按要求予以说明，双方已充分理解并同意受其约束。**',
      { keepNext: true },
    ),
  ].join('')
}

/** Ways out of the contract: `reasons` of this contract first, then those every contract has. */
export function terminationArticle(...reasons: string[]): string {
  return [
    article('合同的变更与解除'),
    clause('经双方协商一致，可以书面变更或者解除本合同。'),
    clause('有下列情形之一的，守约方有权书面通知对方解除本合同：', { keepNext: true }),
    ...reasons.map(item),
    item('一方违反廉洁义务、保密义务，情节严重的；'),
    item('一方被依法宣告破产、被吊销营业执照或者丧失履行能力，且未提供适当担保的；'),
    item('法律规定的其他情形。'),
    clause(
      '本合同自解除通知到达对方时解除。合同解除不影响结算、清理、保密、知识产权、违约责任和争议解决条款的效力，也不影响守约方请求赔偿损失的权利。',
    ),
  ].join('')
}
