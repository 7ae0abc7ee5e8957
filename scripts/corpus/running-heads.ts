import type { CorpusDocument } from './package-docx.ts'
import { officeStylesXml } from './styles.ts'
import { field, p, ps, r, references, section, sectionEnd, simpleField } from '../docx/wordml.ts'

const indented = { ind: { firstLine: 480, firstLineChars: 200 }, spacing: { line: 400, lineRule: 'auto' } } as const

const preface = [
  '本手册由集团合同管理委员会组织编写，适用于集团总部及全资、控股子公司。手册共分三编：第一编规定合同的起草与审查，第二编规定签署与履行，第三编规定归档与评价。各单位可以结合业务特点制定实施细则，但不得与本手册相抵触。',
  '手册自 2021 年首次发布以来，根据《中华人民共和国民法典》及其司法解释的施行情况，先后修订三次。本次修订重点增加了电子签名、数据处理条款和供应链合规审查的内容，并删除了与现行授权体系不符的规定。',
  '手册由法务部负责解释。各单位在执行中发现的问题，请以书面形式反馈，法务部每半年汇总研究一次，必要时以补充通知的形式予以明确。',
]
const drafting = [
  '合同承办部门是合同管理的第一责任人。承办人应当在立项阶段了解相对方的主体资格、资信状况和履约能力，取得营业执照、资质证书、授权委托书等材料，并通过国家企业信用信息公示系统核验其真实性。',
  '起草合同应当优先使用示范文本。没有示范文本的，应当至少包括当事人名称和住所、标的、数量、质量、价款或者报酬、履行期限地点和方式、违约责任以及解决争议的方法。标的为软件或者数据的，还应当写明交付形式、验收标准、知识产权归属与保密义务。',
  '价款条款应当同时写明不含税金额、税率与税额，并约定税率调整时的处理办法。付款条件应当与可以核验的事实挂钩，例如“收到验收报告原件之日起三十日内”，避免使用“尽快”“适时”等含义不清的表述。',
  '违约金的标准应当与可能的损失相当。约定过高的，相对方可以请求人民法院予以适当减少；约定过低的，难以起到督促履行的作用。涉及工期的合同，应当分别约定逾期的每日违约金与累计上限。',
  '争议解决条款只能选择仲裁或者诉讼中的一种。选择仲裁的，应当写明仲裁委员会的准确名称；选择诉讼的，应当约定由我方所在地有管辖权的人民法院管辖，但不得违反级别管辖和专属管辖的规定。',
]
const performing = [
  '合同经审批通过后，由印章管理员核对审批单与文本一致，在正本上加盖合同专用章，并加盖骑缝章。多页合同应当逐页编号；有修改的，应当由双方在修改处盖章。',
  '合同生效后，承办部门应当在三个工作日内将主要内容录入合同系统，建立履行计划，包括交付、验收、开票、收付款等节点。系统在节点到期前七日提醒承办人。',
  '履行中需要变更数量、价款、期限等主要内容的，应当签订补充协议，并按照变更后的金额重新履行审批程序。口头变更一律无效。',
  '发生不可抗力的，应当及时通知相对方，并在合理期限内提供证明。一方因不可抗力不能履行合同的，根据影响程度部分或者全部免除责任，但法律另有规定的除外。',
]

const pageOf = (text: string) => r(text)

/** Roman preface, first and even and odd heads, numbering that restarts in each part, and counts of the pages of a part. */
export const runningHeads: CorpusDocument = {
  title: '合同管理手册',
  styles: officeStylesXml(24),
  evenAndOddHeaders: true,
  headers: {
    'head-cover': p('内部资料　注意保存', { pStyle: 'Header', jc: 'right' }),
    'head-odd': p('合同管理手册（2026 年版）', { pStyle: 'Header', jc: 'right' }),
    'head-even': p('海西控股集团法务部', { pStyle: 'Header', jc: 'left' }),
    'head-part2': p('第一编　起草与审查', { pStyle: 'Header', jc: 'right' }),
    'head-part3-first': p('第二编开始', { pStyle: 'Header', jc: 'center' }),
    'head-part3': p(r('第二编　签署与履行') + r('\n', {}) + r('（续）'), { pStyle: 'Header', jc: 'right' }),
  },
  footers: {
    'foot-cover': p('', { pStyle: 'Footer' }),
    'foot-odd': p(pageOf('') + simpleField('PAGE', 'i'), { pStyle: 'Footer', jc: 'right' }),
    'foot-even': p(simpleField('PAGE', 'ii'), { pStyle: 'Footer', jc: 'left' }),
    'foot-part': p(r('本编第 ') + field('PAGE', '1') + r(' 页，共 ') + field('SECTIONPAGES', '2') + r(' 页'), {
      pStyle: 'Footer',
      jc: 'center',
    }),
    'foot-part-even': p(r('—') + field('PAGE', '2') + r('—'), { pStyle: 'Footer', jc: 'left' }),
  },
  body:
    p('合同管理手册', { pStyle: 'Title', spacing: { before: 1800, after: 480 } }) +
    p('海西控股集团有限公司', { jc: 'center' }) +
    p('二〇二六年五月', { jc: 'center', spacing: { after: 1200 } }) +
    p('前　言', { pStyle: 'Heading1', jc: 'center' }) +
    ps(preface, indented) +
    ps(preface.slice(1), indented) +
    sectionEnd({
      headers: references('header', { default: 'head-odd', first: 'head-cover', even: 'head-even' }),
      footers: references('footer', { default: 'foot-odd', first: 'foot-cover', even: 'foot-even' }),
      titlePg: true,
      pgNumType: { fmt: 'lowerRoman', start: 1 },
    }) +
    p('第一编　起草与审查', { pStyle: 'Heading1', jc: 'center' }) +
    ps(drafting, indented) +
    ps(drafting.slice(1, 4), indented) +
    sectionEnd({
      headers: references('header', { default: 'head-part2' }),
      footers: references('footer', { default: 'foot-part', even: 'foot-part-even' }),
      pgNumType: { start: 1 },
    }) +
    p('第二编　签署与履行', { pStyle: 'Heading1', jc: 'center' }) +
    ps(performing, indented) +
    ps(performing, indented) +
    ps(performing, indented) +
    section({
      headers: references('header', { default: 'head-part3', first: 'head-part3-first' }),
      footers: references('footer', { first: 'foot-part', default: 'foot-part' }),
      titlePg: true,
      pgNumType: { start: 1 },
    }),
}
