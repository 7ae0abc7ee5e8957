import { execFileSync } from 'node:child_process'
import { degrees, PDFDocument, PDFName, type PDFRef } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { contractPdf } from '../../../test/support/contract-pdf.ts'
import { redBox, renderPages, withFiles } from '../../../test/support/render-pdf.ts'
import { tool } from '../../../test/support/tools.ts'
import { drawSeal } from './draw-seal.ts'
import { encodePng } from './png.ts'
import { crossPageGroups, stampPdf } from './stamp-pdf.ts'

const seal = drawSeal({
  kind: 'contract',
  company: '深圳市云帆智能科技有限公司',
  serial: '4403051234567',
  dpi: 254,
  diameterMm: 40,
})
const contract = contractPdf(4)
const pdftoppm = tool('pdftoppm')
const pdffonts = tool('pdffonts')
const pdftotext = tool('pdftotext')
const pdfinfo = tool('pdfinfo')

async function blankPdf(
  pages: { width: number; height: number; rotate?: number; crop?: [number, number, number, number] }[],
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  for (const { width, height, rotate, crop } of pages) {
    const page = pdf.addPage([width, height])
    if (rotate) page.setRotation(degrees(rotate))
    if (crop) page.setCropBox(...crop)
  }
  return pdf.save()
}

// A hair under A4, so that its 1050 × 1485 pixels at 127 dpi are not rounded up.
const a4 = { width: 595.27, height: 841.88 }

describe('stamping', () => {
  it('keeps PDF/A-2b, version, pages, and reports where the seals lie', async () => {
    const stamped = await stampPdf(contract, {
      seals: [{ image: seal, widthMm: 40, at: { page: -1, x: 200, y: 300 } }],
    })
    expect(stamped).toMatchObject({ pdfa: '2b', pdfVersion: '1.7', pages: 4 })
    const [place] = stamped.seals
    expect(place!.page).toBe(3)
    const half = (40 * 72) / 25.4 / 2
    const expected = [200 - half, 841.89 - 300 - half, 200 + half, 841.89 - 300 + half]
    place!.rect.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 1))
  })

  it('puts a picture that is used thrice into the file once', async () => {
    const once = await stampPdf(contract, { seals: [{ image: seal, widthMm: 40, at: { page: 0, x: 200, y: 300 } }] })
    const thrice = await stampPdf(contract, {
      seals: [1, 2].map((page) => ({ image: seal, widthMm: 40, at: { page, x: 200, y: 300 } })),
      crossPage: { image: seal, widthMm: 40 },
    })
    expect(thrice.pdf.length - once.pdf.length).toBeLessThan(3000)
  })

  it('takes the last match, brackets of either width alike, and does not split on runs of text', async () => {
    const full = await stampPdf(contract, { seals: [{ image: seal, widthMm: 40, at: { text: '甲方（盖章）' } }] })
    const half = await stampPdf(contract, { seals: [{ image: seal, widthMm: 40, at: { text: '甲方(盖章)' } }] })
    const first = await stampPdf(contract, {
      seals: [{ image: seal, widthMm: 40, at: { text: '甲方（盖章）', occurrence: 'first' } }],
    })
    const second = await stampPdf(contract, {
      seals: [{ image: seal, widthMm: 40, at: { text: '甲方（盖章）', occurrence: 2 } }],
    })
    expect(full.seals).toEqual(half.seals)
    expect([full, first, second].map(({ seals }) => seals[0]!.page)).toEqual([3, 0, 1])
  })

  it('puts a handwritten signature behind its text, on the same line', async () => {
    const name = encodePng({ width: 300, height: 100, rgba: new Uint8Array(120_000).fill(200), dpi: 300 })
    const { handwriting, seals } = await stampPdf(contract, {
      handwriting: [{ image: name, widthMm: 24, at: { text: '授权代表（签字）', dx: 10 } }],
      seals: [{ image: seal, widthMm: 40, at: { text: '乙方（盖章）' } }],
    })
    expect(handwriting[0]!.page).toBe(3)
    expect(handwriting[0]!.rect[3]).toBeGreaterThan(seals[0]!.rect[1])
  })

  it('refuses a text that is not there and names the nearest', async () => {
    await expect(
      stampPdf(contract, { seals: [{ image: seal, widthMm: 40, at: { text: '丙方（盖章）' } }] }),
    ).rejects.toMatchObject({
      code: 'document.anchorNotFound',
      params: { text: '丙方（盖章）', found: 0, nearest: '甲方(盖章)', page: 4 },
    })
    await expect(
      stampPdf(contract, { seals: [{ image: seal, widthMm: 40, at: { text: '甲方（盖章）', occurrence: 9 } }] }),
    ).rejects.toMatchObject({ params: { found: 4 } })
  })

  it('refuses places off the page, absurd widths and files that are no PDF', async () => {
    await expect(
      stampPdf(contract, { seals: [{ image: seal, widthMm: 40, at: { page: 9, x: 1, y: 1 } }] }),
    ).rejects.toMatchObject({ code: 'document.noSuchPage', params: { page: 10, pages: 4 } })
    await expect(
      stampPdf(contract, { seals: [{ image: seal, widthMm: 40, at: { page: 0, x: 900, y: 1 } }] }),
    ).rejects.toMatchObject({ code: 'stamp.offPage' })
    await expect(
      stampPdf(contract, { seals: [{ image: seal, widthMm: 400, at: { page: 0, x: 90, y: 90 } }] }),
    ).rejects.toMatchObject({ code: 'stamp.width' })
    await expect(stampPdf(await blankPdf([a4]), { crossPage: { image: seal, widthMm: 40 } })).rejects.toMatchObject({
      code: 'crossPage.tooFewPages',
    })
    await expect(stampPdf(new TextEncoder().encode('PK not a PDF'), {})).rejects.toMatchObject({
      code: 'document.unreadable',
    })
    await expect(
      stampPdf(contract.slice(0, 5000), { seals: [{ image: seal, widthMm: 40, at: { text: '甲方' } }] }),
    ).rejects.toMatchObject({ code: 'document.unreadable' })
  })

  it('appends the approval record after the contract, beyond the reach of seals', async () => {
    const record = await blankPdf([a4])
    const stamped = await stampPdf(contract, { approvalRecord: record, crossPage: { image: seal, widthMm: 40 } })
    expect(stamped.pages).toBe(5)
  })

  it('takes back a claim of PDF/A-1, which forbids transparency', async () => {
    const pdf = await PDFDocument.load(contract, { updateMetadata: false })
    const xmp =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></x:xmpmeta>'
    pdf.context.assign(
      pdf.catalog.get(PDFName.of('Metadata')) as PDFRef,
      pdf.context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' }),
    )
    const stamped = await stampPdf(await pdf.save(), { watermark: { text: '草稿' } })
    expect(stamped.pdfa).toBe('none')
    expect(Buffer.from(stamped.pdf).includes('pdfaid:part')).toBe(false)
  })
})

describe('groups of pages that share a cross-page seal', () => {
  it('leave no group of one page', () => {
    expect(crossPageGroups(5, 'all')).toEqual([{ first: 0, size: 5 }])
    expect(crossPageGroups(7, 3)).toEqual([
      { first: 0, size: 3 },
      { first: 3, size: 4 },
    ])
    expect(crossPageGroups(8, 3).at(-1)).toEqual({ first: 6, size: 2 })
    expect(() => crossPageGroups(8, 1)).toThrow(expect.objectContaining({ code: 'crossPage.groupSize' }))
  })
})

describe.runIf(pdftoppm)('what a reader sees', () => {
  // 127 dots an inch are 5 a millimetre, so a 40 mm seal over 5 pages has slices of 40 pixels.
  const dpi = 127

  it.each(['right', 'left'] as const)('the %s slices put together are the seal within one pixel', async (edge) => {
    const pages = Array.from({ length: 5 }, () => a4)
    const position = 742.5 / 1485
    const sliced = renderPages(
      pdftoppm!,
      (await stampPdf(await blankPdf(pages), { crossPage: { image: seal, widthMm: 40, edge, position } })).pdf,
      dpi,
    )
    const whole = renderPages(
      pdftoppm!,
      (
        await stampPdf(await blankPdf([a4]), {
          seals: [{ image: seal, widthMm: 40, at: { page: 0, x: ((100 + 100) * 72) / dpi, y: position * a4.height } }],
        })
      ).pdf,
      dpi,
    )[0]!
    const grey = (picture: typeof whole, x: number, y: number) => picture.rgba[(y * picture.width + x) * 4 + 1]!
    let off = 0
    let red = 0
    for (let y = 640; y < 846; y++) {
      for (let x = 0; x < 200; x++) {
        const page = sliced[Math.floor(x / 40)]!
        const together = grey(page, (edge === 'right' ? page.width - 40 : 0) + (x % 40), y)
        let nearest = 255
        for (let dy = -1; dy <= 1; dy++)
          for (let dx = -1; dx <= 1; dx++)
            nearest = Math.min(nearest, Math.abs(grey(whole, 100 + x + dx, y + dy) - together))
        if (nearest > 60) off++
        if (together < 128) red++
      }
    }
    expect(red).toBeGreaterThan(5000)
    // The renderer's own sampling differs a little from place to place; a slice that were off would differ in thousands of pixels.
    expect(off).toBeLessThan(60)
  })

  it.each([0, 90, 180, 270])(
    'a seal on a page turned by %i° with a crop box lies where it was asked for, upright',
    async (rotate) => {
      // A mark whose upper left quarter is missing tells upright from turned.
      const rgba = new Uint8Array(200 * 200 * 4)
      for (let i = 0; i < 200 * 200; i++)
        rgba.set(i % 200 < 100 && i < 20_000 ? [0, 0, 0, 0] : [215, 38, 30, 255], i * 4)
      const mark = encodePng({ width: 200, height: 200, rgba })
      const pdf = await blankPdf([{ width: 600, height: 800, rotate, crop: [50, 100, 450, 600] }])
      const [page] = renderPages(
        pdftoppm!,
        (await stampPdf(pdf, { seals: [{ image: mark, widthMm: 25.4, at: { page: 0, x: 150, y: 90 }, opacity: 1 }] }))
          .pdf,
        72,
      )
      expect([page!.width, page!.height]).toEqual(rotate % 180 === 0 ? [450, 600] : [600, 450])
      const box = redBox(page!)!
      expect(Math.abs(box.left - 114)).toBeLessThanOrEqual(1)
      expect(Math.abs(box.right - 186)).toBeLessThanOrEqual(1)
      expect(Math.abs(box.top - 54)).toBeLessThanOrEqual(1)
      expect(Math.abs(box.bottom - 126)).toBeLessThanOrEqual(1)
      const at = (x: number, y: number) => page!.rgba[(y * page!.width + x) * 4 + 1]!
      expect(at(130, 70)).toBe(255)
      expect(at(170, 70)).toBeLessThan(80)
      expect(at(130, 110)).toBeLessThan(80)
    },
  )

  it('slices over pages of different sizes stay at their edges', async () => {
    const pdf = await blankPdf([a4, { width: 841.89, height: 595.276 }, { width: 612, height: 792, rotate: 90 }])
    const pages = renderPages(pdftoppm!, (await stampPdf(pdf, { crossPage: { image: seal, widthMm: 42 } })).pdf, 72)
    for (const page of pages) {
      const box = redBox(page)!
      expect(page.width - 1 - box.right).toBeLessThanOrEqual(3)
      expect(page.width - box.left).toBeLessThanOrEqual(41)
    }
  })

  it('text stays black under a seal, and the seal stays red', async () => {
    const stamped = renderPages(
      pdftoppm!,
      (await stampPdf(contract, { seals: [{ image: seal, widthMm: 40, at: { text: '甲方（盖章）', dx: -60 } }] })).pdf,
      100,
    )[3]!
    const box = redBox(stamped)!
    let dark = 0
    for (let y = box.top; y < box.bottom; y++)
      for (let x = box.left; x < box.right; x++) if (stamped.rgba[(y * stamped.width + x) * 4]! < 60) dark++
    expect(dark).toBeGreaterThan(40)
  })

  it('a watermark greys every page', async () => {
    const before = renderPages(pdftoppm!, contract, 40)
    const after = renderPages(pdftoppm!, (await stampPdf(contract, { watermark: { text: '作废' } })).pdf, 40)
    before.forEach((page, i) => {
      const changed = page.rgba.reduce((sum, value, at) => sum + (Math.abs(value - after[i]!.rgba[at]!) > 8 ? 1 : 0), 0)
      expect(changed / page.rgba.length).toBeGreaterThan(0.01)
    })
  })
})

describe.runIf(pdffonts && pdftotext && pdfinfo)('other programs', () => {
  it('find all fonts embedded, the same text and the same title, author and language', async () => {
    const { pdf } = await stampPdf(contract, {
      seals: [{ image: seal, widthMm: 40, at: { page: 0, x: 200, y: 300 } }],
      crossPage: { image: seal, widthMm: 40 },
      watermark: { text: '草稿' },
    })
    const ask = (program: string, file: Uint8Array, ...options: string[]) =>
      withFiles({ 'a.pdf': file }, (path) =>
        execFileSync(program, [...options, path('a.pdf'), ...(program === pdftotext ? ['-'] : [])], {
          encoding: 'utf8',
        }),
      )
    const fonts = ask(pdffonts!, pdf).split('\n').slice(2).filter(Boolean)
    expect(fonts).toHaveLength(2)
    for (const line of fonts) expect(line).toMatch(/yes yes yes/)
    expect(ask(pdftotext!, pdf)).toBe(ask(pdftotext!, contract))
    const info = ask(pdfinfo!, pdf)
    expect(info).toMatch(/Title:\s+产品购销合同/)
    expect(info).toMatch(/Author:\s+契单/)
    const document = await PDFDocument.load(pdf, { updateMetadata: false })
    expect(String(document.catalog.get(PDFName.of('Lang')))).toMatch(/zh/)
  })
})
