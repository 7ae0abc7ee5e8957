import type { Random } from '../random.ts'

/** Surnames by how frequent they are, in per mille of the commonest hundred roughly. */
const surnames: readonly (readonly [string, number])[] = (
  '王76 李75 张71 刘54 陈47 杨32 黄27 赵23 吴22 周21 徐17 孙16 马14 朱14 胡13 郭12 何12 林12 高10 罗10 ' +
  '郑9 梁9 谢8 宋8 唐8 许7 韩7 邓7 冯6 曹6 彭6 曾6 肖6 田6 董6 潘5 袁5 蔡5 蒋5 余5 ' +
  '于5 杜5 叶5 程5 魏4 苏4 吕4 丁4 任4 卢4 姚4 沈4 钟4 姜4 崔3 谭3 陆3 范3 汪3 廖3 ' +
  '石3 金3 韦3 贾3 夏3 付3 方3 邹3 熊3 白3 孟3 秦3 邱3 侯2 江2 尹2 薛2 闫2 段2 雷2 ' +
  '龙2 黎2 史2 陶2 贺2 毛2 郝2 顾2 龚2 邵2 万2 覃1 武1 钱1 戴1 严1 莫1 孔1 欧阳1 诸葛1'
)
  .split(' ')
  .map((entry) => [entry.replace(/\d+$/, ''), Number(/\d+$/.exec(entry)![0])] as const)

const givenCharacters = [
  ...('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉萍红玲芬燕彬鹏宇浩凯健俊峰志晨辰阳旭东宁波文武斌博涵欣怡佳颖琳琪瑶雪梅兰竹菊松柏云海山川林森雨露霖清源泽润泉航舟帆远达通顺安康泰和祥瑞嘉诚信义德仁礼智勤思敬言书墨砚琴歌舒朗月星岚溪禾苗秋冬春夏若子一之以亦可' +
    '立行知见希承启宏建国新民振兴永恒毅忠良善美慧贤淑雅婷婉柔'),
]

/** An invented name of a person: 王明, 欧阳若溪. */
export function personName(random: Random): string {
  const surname = random.weighted(surnames)
  const first = random.pick(givenCharacters)
  // Three in four have two given characters.
  return surname + first + (random.chance(0.78) ? random.pick(givenCharacters) : '')
}
