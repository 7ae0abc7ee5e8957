import { lineAmounts, totalAmounts } from '../../src-shared/contracts/contract-amounts.ts'
import {
  addCents,
  allocateCents,
  applyRate,
  type Cents,
  formatCents,
  parseCents,
} from '../../src-shared/kernel/cents.ts'
import { parseQuantity, parseRate, parseUnitPrice } from '../../src-shared/kernel/decimal.ts'
import type { Json } from '../../src-shared/kernel/json.ts'
import { ourCompany, partner, product } from './sample-workspace.ts'

type Data = { [name: string]: Json }

const decimalYuan = (amount: Cents): string => formatCents(amount).replaceAll(',', '')

interface Money {
  lines: Data[]
  amount: Cents
  /** 总金额, 不含税金额, 税额. */
  totals: Data
}

/** Lines of products by code and quantity, at their list price unless another is agreed. */
function priced(entries: readonly [code: string, quantity: string, price?: string][]): Money {
  const rows = entries.map(([code, quantity, price]) => ({
    item: product(code),
    quantity,
    price: price ?? product(code).unitPrice,
  }))
  const amounts = rows.map(({ item, quantity, price }) =>
    lineAmounts({
      quantity: parseQuantity(quantity),
      unitPrice: parseUnitPrice(price),
      taxRate: parseRate(item.taxRate),
    }),
  )
  const total = totalAmounts(amounts)
  return {
    lines: rows.map(({ item, quantity, price }, index) => ({
      序号: index + 1,
      名称: item.name,
      规格型号: item.specification,
      单位: item.unit,
      数量: quantity,
      单价: price,
      税率: item.taxRate,
      金额: decimalYuan(amounts[index]!.amount),
    })),
    amount: total.amount,
    totals: {
      总金额: decimalYuan(total.amount),
      不含税金额: decimalYuan(total.netAmount),
      税额: decimalYuan(total.taxAmount),
    },
  }
}

interface Instalment {
  name: string
  condition: string
  /** Whole percent. */
  percent: number
  due: string
}

/** A plan whose amounts add up to the total to the cent. */
function plan(total: Cents, items: readonly Instalment[]): Data[] {
  const amounts = allocateCents(
    total,
    items.map((item) => item.percent),
  )
  return items.map(({ name, condition, percent, due }, index) => ({
    序号: index + 1,
    名称: name,
    条件: condition,
    比例: (percent / 100).toFixed(2),
    金额: decimalYuan(amounts[index]!),
    日期: due,
  }))
}

const court = '任何一方均可向被告住所地有管辖权的人民法院提起诉讼'

const salesNumber = 'LC-XS-202611-0038'
const salesName = '精密测量与视觉检测设备买卖合同'

function salesData(): Data {
  const { lines, amount, totals } = priced([
    ['CL-001', '1'],
    ['SJ-001', '2'],
    ['GJ-001', '6'],
    ['FW-001', '1'],
    ['FW-002', '12'],
  ])
  const instalments = plan(amount, [
    { name: '预付款', condition: '本合同生效后10日内', percent: 30, due: '2026-12-07' },
    { name: '验收款', condition: '标的物全部验收合格后30日内', percent: 60, due: '2027-03-17' },
    { name: '质保金', condition: '质量保证期届满且无未解决的质量问题', percent: 10, due: '2028-03-01' },
  ])
  return {
    合同: {
      编号: salesNumber,
      名称: salesName,
      签订日期: '2026-11-27',
      签订地点: '浙江省宁波市鄞州区',
      生效日期: '2026-11-27',
      到期日期: '2028-03-01',
      币种: '人民币',
      ...totals,
      有质保金: true,
      质保金比例: '0.10',
      质保金金额: instalments[2]!.金额!,
      质保期: '12个月',
      交货地点: '浙江省宁波市鄞州区屿禾路66号屿禾精密二号厂房',
      交货方式: '乙方送货上门，并负责卸车、就位',
      交货期限: '2027年1月31日前',
      争议解决: court,
      份数: 4,
      明细: lines,
      付款计划: instalments,
    },
    甲方: { ...partner('屿禾精密') },
    乙方: { ...ourCompany() },
    发货通知天数: 3,
    补货天数: 7,
    验收天数: 15,
    响应小时: 4,
    到场小时: 48,
    质保金返还天数: 15,
    违约金比例: '0.0005',
    违约金上限: '0.10',
    解除宽限天数: 30,
    保密年限: 3,
    有所有权保留: true,
    乙方为中小企业: true,
    有定金: false,
    定金金额: '0.00',
    定金支付天数: 5,
  }
}

function frameworkData(): Data {
  const { lines, amount, totals } = priced([
    ['CG-001', '180', '3420.00'],
    ['CG-002', '2400', '79.80'],
    ['CG-003', '1600', '128.50'],
    ['CG-004', '420', '436.00'],
    ['CG-005', '350', '218.60'],
    ['CG-006', '240', '745.00'],
    ['CG-007', '300', '486.00'],
  ])
  return {
    合同: {
      编号: 'LC-KJ-202611-0006',
      名称: '2027年度传感器框架采购合同',
      签订日期: '2026-11-30',
      签订地点: '浙江省杭州市滨江区',
      生效日期: '2027-01-01',
      到期日期: '2027-12-31',
      币种: '人民币',
      ...totals,
      有质保金: true,
      质保金比例: '0.05',
      质保金金额: decimalYuan(applyRate(amount, parseRate('0.05'))),
      质保期: '24个月',
      交货地点: '浙江省杭州市滨江区泽汀路188号澜岑机电一号库',
      交货方式: '乙方送货上门，运输、装卸和保险费用由乙方承担',
      交货期限: '以采购订单为准',
      争议解决: '任何一方均可向甲方住所地有管辖权的人民法院提起诉讼',
      份数: 4,
      明细: lines,
      付款计划: [],
    },
    甲方: { ...ourCompany(), 联系人: '尹向榆', 委托代理人: '尹向榆' },
    乙方: { ...partner('曜笠传感') },
    额度预警比例: '0.80',
    数量浮动比例: '0.10',
    调价触发比例: '0.10',
    订单确认工作日: 2,
    最短交货天数: 7,
    验收天数: 10,
    付款天数: 30,
    质保金返还天数: 15,
    违约金比例: '0.0005',
    违约金上限: '0.10',
    解除宽限天数: 20,
    保密年限: 3,
    乙方为中小企业: true,
  }
}

function serviceData(): Data {
  const { lines, amount, totals } = priced([
    ['FW-004', '120'],
    ['FW-003', '18'],
    ['FW-002', '20'],
  ])
  return {
    合同: {
      编号: 'LC-FW-202612-0011',
      名称: '来料检测数据平台技术服务合同',
      签订日期: '2026-12-02',
      签订地点: '湖北省武汉市洪山区',
      生效日期: '2026-12-02',
      到期日期: '2027-08-31',
      币种: '人民币',
      ...totals,
      有质保金: false,
      质保期: '12个月',
      争议解决: '提交武汉仲裁委员会，按照申请仲裁时该会现行有效的仲裁规则进行仲裁，仲裁裁决是终局的，对双方均有约束力',
      份数: 4,
      明细: lines,
      付款计划: plan(amount, [
        {
          name: '需求与方案',
          condition: '《需求规格说明书》《实施方案》经甲方书面确认',
          percent: 30,
          due: '2027-01-15',
        },
        { name: '系统上线', condition: '平台部署完成，18台设备数据接入，联调测试通过', percent: 40, due: '2027-04-30' },
        {
          name: '最终验收',
          condition: '试运行60日，指标达到约定，培训完成并签署最终验收单',
          percent: 20,
          due: '2027-07-31',
        },
        { name: '运行保障', condition: '最终验收后30日内无重大故障，运维手册移交', percent: 10, due: '2027-08-31' },
      ]),
    },
    甲方: { ...partner('峤原医疗') },
    乙方: { ...ourCompany(), 联系人: '林柏陶' },
    服务项目名称: '来料检测数据平台建设与量具校准',
    服务内容:
      '完成甲方武汉工厂来料检测数据平台的需求分析、配置实施、设备联网、数据迁移和人员培训，并对18台测量设备进行年度校准。',
    技术指标:
      '设备数据自动采集率不低于99%，检测报告生成时间不超过10秒，平台月可用率不低于99.5%，校准不确定度符合相应国家计量技术规范。',
    服务地点: '湖北省武汉市洪山区峤原二路5号',
    服务方式: '现场实施与远程支持相结合',
    乙方项目负责人: '林柏陶',
    甲方项目负责人: '柯以安',
    验收天数: 7,
    响应小时: 2,
    成果知识产权归属: '甲方',
    违约金比例: '0.0005',
    违约金上限: '0.15',
    解除宽限天数: 30,
    保密年限: 5,
    乙方为中小企业: true,
    涉及个人信息: true,
    个人信息处理目的: '平台账号管理、操作权限控制与操作留痕',
    个人信息处理方式: '收集、存储、使用、删除',
    个人信息种类: '甲方员工的姓名、工号、部门、岗位、工作电子邮箱和登录日志，不含敏感个人信息',
  }
}

function supplementaryData(): Data {
  const { lines, amount, totals } = priced([
    ['SJ-001', '1'],
    ['FW-002', '4'],
  ])
  const original = priced([
    ['CL-001', '1'],
    ['SJ-001', '2'],
    ['GJ-001', '6'],
    ['FW-001', '1'],
    ['FW-002', '12'],
  ])
  return {
    合同: {
      编号: 'LC-BC-202612-0002',
      名称: '设备买卖合同补充协议（一）',
      签订日期: '2026-12-18',
      签订地点: '浙江省宁波市鄞州区',
      生效日期: '2026-12-18',
      到期日期: '2028-04-15',
      币种: '人民币',
      ...totals,
      有质保金: false,
      质保期: '12个月',
      交货期限: '2027年2月28日前',
      争议解决: court,
      份数: 4,
      明细: lines,
      付款计划: plan(amount, [
        { name: '追加预付款', condition: '本协议生效后10日内', percent: 50, due: '2026-12-28' },
        { name: '追加验收款', condition: '追加的标的物验收合格后30日内', percent: 50, due: '2027-04-14' },
      ]),
    },
    甲方: { ...partner('屿禾精密') },
    乙方: { ...ourCompany() },
    原合同: { 编号: salesNumber, 名称: salesName, 签订日期: '2026-11-27', 总金额: decimalYuan(original.amount) },
    变更后总金额: decimalYuan(addCents(original.amount, amount)),
    变更事由:
      '甲方二期产线扩建，需要追加一套在线视觉检测单元及配套培训；因甲方厂房交付延后，双方同意相应顺延交货期限。',
    有期限变更: true,
    原交货期限: '2027年1月31日前',
  }
}

function confidentialityData(): Data {
  return {
    合同: {
      编号: 'LC-BM-202611-0004',
      名称: '传感器国产化选型保密协议',
      签订日期: '2026-11-25',
      签订地点: '浙江省杭州市滨江区',
      生效日期: '2026-11-25',
      到期日期: '2028-11-24',
      币种: '人民币',
      总金额: '0.00',
      不含税金额: '0.00',
      税额: '0.00',
      争议解决: court,
      份数: 2,
      明细: [],
      付款计划: [],
    },
    甲方: { ...ourCompany(), 联系人: '岑知远' },
    乙方: { ...partner('曜笠传感') },
    合作事项: '激光位移传感器的选型测试与联合开发',
    返还天数: 10,
    保密年限: 5,
    保密违约金: decimalYuan(parseCents('20万')),
  }
}

/** A complete filling for each template, by its file name: what `qidan render` and the tests fill it with. */
export const sampleContracts: Record<string, () => Data> = {
  'sales-contract': salesData,
  'framework-purchase': frameworkData,
  'technical-service': serviceData,
  'supplementary-agreement': supplementaryData,
  'confidentiality-agreement': confidentialityData,
}
