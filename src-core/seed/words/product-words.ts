/** A kind of product that many products are made of. */
export interface ProductKind {
  category: string
  code: string
  name: string
  unit: string
  /** Usual list price in 元, tax-inclusive: from, to. */
  price: readonly [number, number]
  /** Scaled by 10^6. */
  taxRate: number
  /** Model of a series, with a number put in for `#`. */
  model: string
  /** Counted in pieces, not in weight or length. */
  whole: boolean
  service: boolean
}

const kinds = `测量设备 CL 13 台 28000-420000 LC-CMM_#|三坐标测量机 影像测量仪 圆度仪 粗糙度仪 激光干涉仪 投影仪
量具 LJ 13 把 60-2600 0-#mm|数显卡尺 外径千分尺 内径千分尺 高度尺 百分表 扭矩扳手
气动元件 QD 13 只 18-950 QG#|气缸 电磁阀 气源处理器 快速接头 调压阀 真空发生器
轴承 ZC 13 套 12-3600 62#-2RS|深沟球轴承 圆锥滚子轴承 直线轴承 角接触轴承 调心滚子轴承
传动件 CD 13 件 35-5200 HTD-#|同步带轮 减速机 联轴器 滚珠丝杠 直线导轨 链轮
电气元件 DQ 13 只 8-1800 NX-#A|断路器 接触器 热继电器 按钮开关 接近开关 开关电源
控制设备 KZ 13 台 900-68000 PLC-#|可编程控制器 变频器 伺服驱动器 触摸屏 工业交换机
电缆 DL 13 米 3-260 YJV_4×#mm²|电力电缆 控制电缆 拖链电缆 屏蔽电缆
紧固件 JG 13 盒 6-180 M#×40|内六角螺钉 外六角螺栓 防松螺母 弹簧垫圈 膨胀螺栓
钢材 GC 13 吨 3600-26000 Φ#mm|圆钢 冷轧钢板 不锈钢板 无缝钢管 H型钢 铝合金板
化学品 HX 13 千克 8-320 #kg装|导热油 切削液 液压油 防锈剂 清洗剂 环氧树脂
密封件 MF 13 件 2-420 #×5|O型圈 骨架油封 机械密封 密封垫片
刀具 DJ 13 支 25-1900 D#|立铣刀 钻头 丝锥 车刀片 镗刀
包装材料 BZ 13 只 1-95 #×300×200mm|瓦楞纸箱 缠绕膜 珍珠棉 木托盘 吸塑盒
劳保用品 LB 13 双 5-260 #号|劳保鞋 防割手套 耐油手套 防静电鞋
泵阀 BF 13 台 260-38000 DN#|离心泵 齿轮泵 球阀 蝶阀 电动调节阀 止回阀
粮食 NS 9 吨 2400-7800 #kg/袋|玉米 大豆 小麦 稻谷
图书资料 TS 9 册 18-320 第#版|设备手册 标准汇编 培训教材
技术服务 FW 6 项 1500-160000 方案#|安装调试服务 年度维保服务 计量校准服务 技术培训 软件实施服务 设备大修服务
运输服务 YS 9 车次 600-9800 #吨级|整车运输 零担运输 冷链运输`

export const productKinds: readonly ProductKind[] = kinds.split('\n').flatMap((line) => {
  const [head, names] = line.split('|') as [string, string]
  const [category, code, rate, unit, prices, model] = head.split(' ') as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const [from, to] = prices.split('-').map(Number) as [number, number]
  return names.split(' ').map((name) => ({
    category,
    code,
    name,
    unit,
    price: [from, to] as const,
    taxRate: Number(rate) * 10_000,
    model: model.replace('_', ' '),
    whole: !['米', '吨', '千克'].includes(unit),
    service: category.endsWith('服务'),
  }))
})

export const carriers = ['顺捷速运', '中远达物流', '百川快运', '安途冷链', '宏通货运', '自提', '专车送货']
