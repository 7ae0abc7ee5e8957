/** Cities with their province, the region a salesperson would say, division code (GB/T 2260), area code and districts. */
export const cities = `杭州 浙江省 华东 330108 0571 滨江区 萧山区 余杭区
宁波 浙江省 华东 330212 0574 鄞州区 北仑区 镇海区
温州 浙江省 华东 330304 0577 瓯海区 龙湾区 鹿城区
嘉兴 浙江省 华东 330402 0573 南湖区 秀洲区
绍兴 浙江省 华东 330602 0575 越城区 柯桥区
台州 浙江省 华东 331002 0576 椒江区 路桥区
上海 上海市 华东 310115 021 浦东新区 嘉定区 松江区 闵行区
苏州 江苏省 华东 320505 0512 虎丘区 吴中区 相城区
无锡 江苏省 华东 320214 0510 新吴区 惠山区 锡山区
南京 江苏省 华东 320115 025 江宁区 栖霞区 浦口区
常州 江苏省 华东 320412 0519 武进区 新北区
南通 江苏省 华东 320612 0513 通州区 崇川区
合肥 安徽省 华东 340104 0551 蜀山区 包河区
芜湖 安徽省 华东 340207 0553 鸠江区 弋江区
济南 山东省 华东 370112 0531 历城区 槐荫区
青岛 山东省 华东 370211 0532 黄岛区 城阳区
烟台 山东省 华东 370602 0535 芝罘区 福山区
福州 福建省 华东 350104 0591 仓山区 马尾区
厦门 福建省 华东 350206 0592 湖里区 集美区
泉州 福建省 华东 350503 0595 丰泽区 洛江区
深圳 广东省 华南 440306 0755 宝安区 龙岗区 南山区
广州 广东省 华南 440112 020 黄埔区 番禺区 白云区
东莞 广东省 华南 441900 0769 长安镇 松山湖
佛山 广东省 华南 440605 0757 南海区 顺德区
中山 广东省 华南 442000 0760 火炬开发区 小榄镇
南宁 广西壮族自治区 华南 450103 0771 青秀区 西乡塘区
武汉 湖北省 华中 420111 027 洪山区 东西湖区 江夏区
襄阳 湖北省 华中 420606 0710 樊城区 襄州区
长沙 湖南省 华中 430104 0731 岳麓区 雨花区
株洲 湖南省 华中 430211 0731 天元区 荷塘区
郑州 河南省 华中 410105 0371 金水区 管城回族区
洛阳 河南省 华中 410305 0379 涧西区 洛龙区
南昌 江西省 华东 360111 0791 青山湖区 新建区
北京 北京市 华北 110115 010 大兴区 顺义区 昌平区
天津 天津市 华北 120112 022 津南区 西青区 滨海新区
石家庄 河北省 华北 130104 0311 桥西区 裕华区
唐山 河北省 华北 130203 0315 路北区 丰润区
太原 山西省 华北 140107 0351 杏花岭区 小店区
西安 陕西省 西北 610113 029 雁塔区 未央区 长安区
兰州 甘肃省 西北 620105 0931 安宁区 七里河区
成都 四川省 西南 510112 028 龙泉驿区 双流区 新都区
重庆 重庆市 西南 500112 023 渝北区 江津区 九龙坡区
昆明 云南省 西南 530111 0871 官渡区 呈贡区
贵阳 贵州省 西南 520115 0851 观山湖区 花溪区
沈阳 辽宁省 东北 210106 024 铁西区 浑南区
大连 辽宁省 东北 210213 0411 金州区 甘井子区
长春 吉林省 东北 220104 0431 朝阳区 绿园区
哈尔滨 黑龙江省 东北 230108 0451 平房区 松北区`
  .split('\n')
  .map((line) => {
    const [name, province, region, code, areaCode, ...districts] = line.split(' ') as [
      string,
      string,
      string,
      string,
      string,
      ...string[],
    ]
    return { name, province, region, code, areaCode, districts }
  })
export type City = (typeof cities)[number]

/** Syllables invented brands are put together from, with their reading for mail addresses. */
export const brandSyllables = (
  '澜lan 岑cen 屿yu 禾he 煦xu 昱yu 珩heng 璟jing 沅yuan 芷zhi 汀ting 砚yan 泓hong 邈miao 霁ji 曜yao 翊yi 翎ling 骁xiao 驰chi ' +
  '拓tuo 昶chang 晟sheng 朔shuo 凌ling 峤qiao 嵘rong 岳yue 崧song 川chuan 沐mu 浔xun 淳chun 湛zhan 溪xi 源yuan 澄cheng 瀚han ' +
  '炜wei 焱yan 烁shuo 琅lang 瑾jin 璞pu 瑭tang 钧jun 铄shuo 铭ming 锐rui 锦jin 鑫xin 鼎ding 衡heng 恒heng 毅yi 弘hong 韬tao ' +
  '略lue 谦qian 言yan 谨jin 诺nuo 卓zhuo 越yue 逸yi 途tu 航hang 舜shun 尧yao 禹yu 柏bai 桐tong 榆yu 槿jin 樾yue 苒ran 茂mao ' +
  '荣rong 葳wei 蓝lan 薪xin 启qi 创chuang 元yuan 合he 同tong 信xin 安an 宁ning 宸chen 宥you 宽kuan 容rong'
)
  .split(' ')
  .map((entry) => ({ character: entry.slice(0, 1), reading: entry.slice(1) }))

/** Line of business: as it stands in a company's name, and as the industry of its record. */
export const industries = (
  '精密机械:机械制造 机电设备:机械制造 自动化设备:机械制造 数控机床:机械制造 模具:机械制造 汽车零部件:汽车零部件 汽车电子:汽车零部件 ' +
  '电子科技:电子信息 半导体:电子信息 光电:电子信息 智能装备:电子信息 信息技术:软件与信息服务 软件:软件与信息服务 电气:电气设备 电缆:电气设备 ' +
  '新能源:新能源 储能科技:新能源 新材料:化工与材料 化工:化工与材料 塑胶制品:化工与材料 橡塑:化工与材料 五金制品:金属制品 金属材料:金属制品 ' +
  '阀门:通用设备 泵业:通用设备 轴承:通用设备 仪器仪表:仪器仪表 检测技术:仪器仪表 医疗器械:医疗器械 生物科技:医药 包装制品:包装印刷 印务:包装印刷 ' +
  '纺织:纺织服装 服饰:纺织服装 食品:食品饮料 粮油:食品饮料 建设工程:建筑工程 建材:建筑工程 环保科技:环保 水务设备:环保 ' +
  '供应链管理:物流贸易 进出口:物流贸易 贸易:物流贸易 物流:物流贸易'
)
  .split(' ')
  .map((entry) => {
    const [inName, industry] = entry.split(':') as [string, string]
    return { inName, industry }
  })

export const companyForms: readonly (readonly [string, number])[] = [
  ['有限公司', 78],
  ['股份有限公司', 9],
  ['有限责任公司', 8],
  ['集团有限公司', 5],
]

/** Banks that do not exist. */
export const banks = ['浙东商贸银行', '甬江商贸银行', '江海实业银行', '岭南通商银行', '蜀汉工贸银行', '京畿联合银行']

export const streets =
  '泽汀 沐川 启明 科创 创新 云溪 汇文 金沙 望江 滨河 学院 工业 振兴 丰收 长征 聚贤 兴业 凤鸣 龙吟 松涛'.split(' ')

export const positions = [
  '采购部经理',
  '采购主管',
  '项目经理',
  '设备部经理',
  '质量部经理',
  '财务主管',
  '总经理助理',
  '商务专员',
]
