import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pinyinKeys, pinyinSearchText } from './pinyin.ts'

fc.configureGlobal({ seed: 20_261_124 })

describe('the pinyin of a name', () => {
  it.each([
    ['杭州', 'hangzhou', 'hz'],
    ['重庆长安汽车股份有限公司', 'chongqingchanganqichegufenyouxiangongsi', 'cqcaqcgfyxgs'],
    ['中国银行', 'zhongguoyinhang', 'zgyh'],
    ['六安市', 'luanshi', 'las'],
    ['厦门大厦物业', 'xiamendashawuye', 'xmdswy'],
    ['乐清弹簧厂', 'yueqingtanhuangchang', 'yqthc'],
    ['乐亭钢铁', 'laotinggangtie', 'ltgt'],
    ['单县大蒜批发市场', 'shanxiandasuanpifashichang', 'sxdspfsc'],
    ['汇丰车行', 'huifengchehang', 'hfch'],
    ['乐天科技有限公司', 'letiankejiyouxiangongsi', 'ltkjyxgs'],
    ['绿城', 'lvcheng', 'lc'],
    ['ABC 贸易（2号）', 'abcmaoyi2hao', 'abcmy2h'],
    ['ＡＢＣ', 'abc', 'abc'],
    ['——', '', ''],
  ])('%s is %s, %s', (name, full, initials) => {
    expect(pinyinKeys(name)).toMatchObject({ full, initials })
  })

  it.each([
    ['单雄信', 'shanxiongxin'],
    ['曾国藩', 'zengguofan'],
    ['解珍', 'xiezhen'],
    ['仇英', 'qiuying'],
    ['区志强', 'ouzhiqiang'],
    ['查良镛', 'zhaliangyong'],
    ['任盈盈', 'renyingying'],
    ['尉迟敬德', 'yuchijingde'],
    ['万俟咏', 'moqiyong'],
    ['欧阳修', 'ouyangxiu'],
    ['盖叫天', 'gejiaotian'],
  ])('reads the surname of %s: %s', (name, full) => {
    expect(pinyinKeys(name).full).toBe(full)
  })

  it('reads a name as a person or as a company when told', () => {
    expect(pinyinKeys('乐天', 'company').full).toBe('letian')
    expect(pinyinKeys('乐天', 'person').full).toBe('yuetian')
    expect(pinyinKeys('曾侯乙编钟', 'person').full).toMatch(/^zeng/)
  })

  it('orders by syllables', () => {
    const names = ['先锋', '西安', '夏利', '阿里', 'ABC', '张三', '曾国藩', '岑参']
    const bySort = names.toSorted((a, b) => (pinyinKeys(a).sort < pinyinKeys(b).sort ? -1 : 1))
    expect(bySort).toEqual(['阿里', 'ABC', '岑参', '西安', '夏利', '先锋', '曾国藩', '张三'])
  })

  it('keeps its three forms of one mind for any text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.constantFrom(...'杭州重庆长行Ab1 -（）'),
            fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
          ),
        }),
        (text) => {
          const { full, initials, sort } = pinyinKeys(text)
          expect(sort.replaceAll(' ', '')).toBe(full)
          expect(full.isWellFormed() && initials.isWellFormed()).toBe(true)
          expect(initials.length).toBeLessThanOrEqual(full.length)
        },
      ),
    )
  })
})

describe('what the index keeps beside a name', () => {
  it('holds both readings of what may be a person or a company', () => {
    expect(pinyinSearchText('乐天').split(' ')).toEqual(['yuetian', 'yt', 'letian', 'lt'])
    expect(pinyinSearchText('杭州西湖贸易')).toBe('hangzhouxihumaoyi hzxhmy')
  })

  it('is nothing for a name without Chinese characters', () => {
    expect(pinyinSearchText('Acme 2')).toBe('')
  })
})

describe('the dictionaries', () => {
  it('are loaded by no other file of the kernel', () => {
    const folder = new URL('.', import.meta.url)
    const others = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.startsWith('pinyin.'))
    const loading = others.filter((file) => /pinyin-pro|\/pinyin\.ts/.test(readFileSync(new URL(file, folder), 'utf8')))
    expect(others.length).toBeGreaterThan(10)
    expect(loading).toEqual([])
  })
})
