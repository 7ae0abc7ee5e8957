import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { anchored, picture, shape, vmlBox } from '../../../scripts/corpus/drawings.ts'
import { packageDocx, type CorpusDocument } from '../../../scripts/corpus/package-docx.ts'
import { quartersPng } from '../../../scripts/corpus/paint.ts'
import {
  a4Landscape,
  columnBreak,
  field,
  margins,
  p,
  pageBreak,
  ps,
  r,
  raw,
  references,
  section,
  sectionEnd,
} from '../../../scripts/docx/wordml.ts'
import { openTextFinder, type TextFinder, type TextPlace } from '../seal/text-anchor.ts'
import { convertDocx } from './convert-docx.ts'

interface Laid {
  find: TextFinder['find']
  pages: { width: number; height: number }[]
  notCarried: string[]
}

/** A document typeset, and what its PDF is asked. */
async function laid(document: Omit<CorpusDocument, 'title'>, ask: (laid: Laid) => Promise<void>): Promise<void> {
  const { pdf, notCarried } = await convertDocx(packageDocx({ title: '', ...document }))
  const finder = await openTextFinder(pdf)
  try {
    const pages = (await PDFDocument.load(pdf)).getPages().map((page) => page.getSize())
    await ask({
      find: (text, occurrence) => finder.find(text, occurrence),
      pages,
      notCarried: notCarried.map(({ what }) => what),
    })
  } finally {
    await finder.close()
  }
}

const middle = (place: TextPlace) => (place.left + place.right) / 2
/** Lower on the page, whichever way its coordinates run. */
const distance = (a: TextPlace, b: TextPlace) => Math.abs(a.top - b.top)
const filler = (count: number) => ps(Array.from({ length: count }, () => '双方应当按照约定全面履行各自的义务。'))
const plain = section({ pgMar: margins(1440, 1440) })

describe('sections', () => {
  it('turn pages and change margins on their way', async () => {
    const body = p('竖页甲') + sectionEnd({}) + p('横页乙') + sectionEnd({ pgSz: a4Landscape }) + p('竖页丙') + plain
    await laid({ body }, async ({ find, pages }) => {
      expect(pages.map(({ width, height }) => width > height)).toEqual([false, true, false])
      expect([(await find('竖页甲')).page, (await find('横页乙')).page, (await find('竖页丙')).page]).toEqual([0, 1, 2])
    })
  })

  it('choose headers for the first, even and odd pages by the number that is printed', async () => {
    const body =
      p('正文起') +
      p(pageBreak) +
      p('第二面') +
      p(pageBreak) +
      p('第三面') +
      sectionEnd({ headers: references('header', { default: 'odd', first: 'cover', even: 'even' }), titlePg: true }) +
      p('新编起') +
      section({ pgNumType: { start: 7 }, headers: references('header', { default: 'numbered', even: 'even' }) })
    const headers = {
      cover: p('封面页眉'),
      odd: p('奇数页眉'),
      even: p('偶数页眉'),
      numbered: p(r('编次') + field('PAGE', '0')),
    }
    await laid({ body, headers, evenAndOddHeaders: true }, async ({ find }) => {
      expect([(await find('封面页眉')).page, (await find('偶数页眉')).page, (await find('奇数页眉')).page]).toEqual([
        0, 1, 2,
      ])
      // The fourth page is numbered 7: odd, and its header says so already.
      expect((await find('编次7')).page).toBe(3)
    })
  })

  it('push the text down below a header that is higher than the margin', async () => {
    const headers = { tall: ps(['页眉一', '页眉二', '页眉三', '页眉四', '页眉五', '页眉六', '页眉七']) }
    await laid(
      { body: p('正文首行') + section({ headers: references('header', { default: 'tall' }) }), headers },
      async ({ find }) => {
        const [last, first, gap] = [
          await find('页眉七'),
          await find('正文首行'),
          distance(await find('页眉六'), await find('页眉七')),
        ]
        expect(distance(last, first)).toBeGreaterThan(gap * 0.9)
      },
    )
  })

  it('balance columns, and break them where the text says so', async () => {
    const lines = Array.from({ length: 6 }, (_, i) => `条目${'甲乙丙丁戊己'[i]}`)
    const body =
      p('通栏') +
      sectionEnd({}) +
      ps(lines) +
      sectionEnd({ type: 'continuous', cols: { num: 2, space: 425 } }) +
      p('左栏') +
      p(columnBreak + r('右栏')) +
      section({ type: 'continuous', cols: { num: 2, space: 425 } })
    await laid({ body }, async ({ find, pages }) => {
      expect(pages).toHaveLength(1)
      const places = await Promise.all(lines.map((line) => find(line)))
      expect(places.map((place) => middle(place) > pages[0]!.width / 2)).toEqual([
        false,
        false,
        false,
        true,
        true,
        true,
      ])
      const [left, right] = [await find('左栏'), await find('右栏')]
      expect(distance(left, right)).toBeLessThan(1)
      expect(middle(right)).toBeGreaterThan(pages[0]!.width / 2)
    })
  })
})

const foot = (id: number) => raw(`<w:footnoteReference w:id="${id}"/>`)
const note = (text: string) => p(raw('<w:footnoteRef/>') + r(text))

describe('notes', () => {
  it('stand at the foot of the page of their mark, numbered through', async () => {
    const body = p(r('首页') + foot(1)) + p(pageBreak) + p(r('次页') + foot(2)) + plain
    await laid({ body, footnotes: [note('注文甲'), note('注文乙')] }, async ({ find }) => {
      expect([(await find('1注文甲')).page, (await find('2注文乙')).page]).toEqual([0, 1])
      expect(distance(await find('首页'), await find('注文甲'))).toBeGreaterThan(500)
      expect((await find('首页1')).page).toBe(0)
    })
  })

  it('count anew on each page when the section asks for it', async () => {
    const body =
      p(r('首页') + foot(1)) +
      p(pageBreak) +
      p(r('次页') + foot(2) + r('再') + foot(3)) +
      section({ footnotePr: '<w:numFmt w:val="decimal"/><w:numRestart w:val="eachPage"/>' })
    await laid({ body, footnotes: [note('注文甲'), note('注文乙'), note('注文丙')] }, async ({ find }) => {
      expect([(await find('1注文甲')).page, (await find('1注文乙')).page, (await find('2注文丙')).page]).toEqual([
        0, 1, 1,
      ])
    })
  })

  it('come after the last of the text when they are endnotes', async () => {
    const end = raw('<w:endnoteReference w:id="1"/>')
    const body = p(r('正文') + end) + p('末段') + plain
    await laid({ body, endnotes: [p(raw('<w:endnoteRef/>') + r('尾注文'))] }, async ({ find }) => {
      expect((await find('正文i')).page).toBe(0)
      const [last, text] = [await find('末段'), await find('i尾注文')]
      expect(distance(last, text)).toBeGreaterThan(10)
      expect(distance(last, text)).toBeLessThan(60)
    })
  })
})

const mm = (millimetres: number) => (millimetres * 72) / 25.4

describe('drawings that float', () => {
  it('stand where the page says, and take no room', async () => {
    const size = { width: 40, height: 15 }
    const box = anchored(shape(size, { text: p('框中字', { jc: 'left' }), inset: 0 }), size, {
      horizontal: { from: 'page', at: 100 },
      vertical: { from: 'page', at: 200 },
      wrap: 'none',
    })
    await laid({ body: p(box + r('锚段')) + p('下段') + plain }, async ({ find }) => {
      const inside = await find('框中字')
      expect(Math.abs(inside.left - mm(100))).toBeLessThan(1.5)
      const [first, second] = [await find('锚段'), await find('下段')]
      expect(distance(first, second)).toBeLessThan(20)
      expect(distance(first, inside)).toBeGreaterThan(400)
    })
  })

  it('leave their room beside the text, which is whole again below', async () => {
    const size = { width: 80, height: 30 }
    const image = anchored(picture('plan.png', size), size, {
      horizontal: { from: 'column', at: 'left' },
      vertical: { from: 'paragraph', at: 0 },
      wrap: 'square',
      side: 'right',
      distance: 0,
    })
    const body =
      p(image + r('起首。' + '双方应当按照约定履行义务，'.repeat(20)), { jc: 'left' }) +
      p('末尾一段另起。', { jc: 'left' }) +
      plain
    await laid({ body, media: { 'plan.png': quartersPng } }, async ({ find, notCarried }) => {
      const [beside, below] = [await find('起首'), await find('末尾一段')]
      expect(beside.left - below.left).toBeGreaterThan(mm(80) - 2)
      expect(beside.left - below.left).toBeLessThan(mm(80) + 2)
      expect(notCarried).toEqual([])
    })
  })

  it('stand alone between lines where the text goes above and below', async () => {
    const size = { width: 60, height: 40 }
    const image = anchored(picture('plan.png', size), size, {
      horizontal: { from: 'column', at: 'center' },
      vertical: { from: 'paragraph', at: 0 },
      wrap: 'topAndBottom',
    })
    await laid(
      { body: p('上段') + p(image + r('下段')) + plain, media: { 'plan.png': quartersPng } },
      async ({ find }) => {
        const apart = distance(await find('上段'), await find('下段'))
        expect(apart).toBeGreaterThan(mm(40) + 8)
        expect(apart).toBeLessThan(mm(40) + 30)
      },
    )
  })

  it('keep the text of boxes in the older markup', async () => {
    const box = vmlBox(
      { width: 50, height: 20 },
      'position:absolute;margin-left:100pt;margin-top:40pt',
      p('旧式文本框', { jc: 'left' }),
    )
    await laid({ body: p(box + r('锚段'), { jc: 'left' }) + plain }, async ({ find }) => {
      const [anchor, inside] = [await find('锚段'), await find('旧式文本框')]
      expect(Math.abs(inside.left - anchor.left - 107.2)).toBeLessThan(1.5)
    })
  })

  it('name what cannot be shown and leave a frame in its place', async () => {
    const size = { width: 30, height: 20 }
    const image = anchored(picture('drawing.png', size), size, {
      horizontal: { from: 'column', at: 0 },
      vertical: { from: 'paragraph', at: 0 },
      wrap: 'none',
    })
    await laid(
      { body: p(image + r('正文')) + plain, media: { 'drawing.png': new TextEncoder().encode('no picture at all') } },
      async ({ find, notCarried }) => {
        expect(notCarried).toContain('image.format')
        expect((await find('图片')).page).toBe(0)
      },
    )
  })
})

describe('text over several pages', () => {
  it('keeps every page of one section in the same columns', async () => {
    await laid({ body: filler(120) + section({ cols: { num: 2, space: 425 } }) }, async ({ pages, find }) => {
      expect(pages.length).toBe(2)
      expect(middle(await find('双方应当', 'first'))).toBeLessThan(pages[0]!.width / 2)
    })
  })

  it('keeps the lines of a footnote as close as those of the text', async () => {
    const mark = raw('<w:footnoteReference w:id="1"/>', { vertAlign: 'superscript' })
    const lines = '甲方委托乙方维护信息系统并按季度支付费用，'.repeat(4)
    const body = p(`${r(`文首。${lines}文末。`)}${mark}`, { jc: 'left' }) + plain
    await laid({ body, footnotes: [p(`注首。${lines}注末。`, { jc: 'left' })] }, async ({ find }) => {
      const [text, note] = [
        distance(await find('文首'), await find('文末')),
        distance(await find('注首'), await find('注末')),
      ]
      expect(note).toBeGreaterThan(0)
      expect(note).toBeCloseTo(text, 0)
    })
  })

  it('lets a mark stand in the margin where a line of full characters leaves it no room', async () => {
    // Forty characters of 10.5 pt to the line.
    const width = 40 * 210
    const line = '甲'.repeat(39)
    const body = (pPr = {}) =>
      p(`始${line}，第二行`, { jc: 'both', ...pPr }) + section({ pgMar: margins(1440, (11906 - width) / 2) })
    await laid({ body: body() }, async ({ find }) => {
      expect((await find('，')).top).toBe((await find('始')).top)
      expect((await find('第二行')).left).toBeCloseTo((await find('始')).left, 0)
    })
    await laid({ body: body({ overflowPunct: false }) }, async ({ find }) => {
      expect((await find('，')).top).toBe((await find('第二行')).top)
    })
  })
})
