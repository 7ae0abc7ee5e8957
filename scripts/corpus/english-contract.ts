import { abstractNumber, inList, number } from '../docx/numbering.ts'
import type { CorpusDocument } from './package-docx.ts'
import { faces } from '../docx/style.ts'
import { stylesXml } from './styles.ts'
import { field, margins, p, r, references, section, tbl, tc, tr } from '../docx/wordml.ts'

const articles: readonly [title: string, clauses: readonly string[]][] = [
  [
    'Definitions and Interpretation',
    [
      '“Affiliate” means, in relation to a Party, any entity that directly or indirectly controls, is controlled by, or is under common control with that Party, where “control” means the ownership of more than fifty per cent (50%) of the voting rights of the entity concerned.',
      '“Products” means the precision linear guides and ball screws listed in Schedule 1, as amended from time to time by written agreement of the Parties.',
      'Headings are for convenience only and shall not affect the interpretation of this Agreement. References to Articles and Schedules are to articles of and schedules to this Agreement.',
    ],
  ],
  [
    'Appointment and Territory',
    [
      'The Supplier hereby appoints the Distributor as its non-exclusive distributor for the promotion and sale of the Products in the Territory, and the Distributor accepts such appointment on the terms and conditions set out herein.',
      'The Distributor shall not, without the prior written consent of the Supplier, actively solicit orders for the Products from customers established outside the Territory.',
    ],
  ],
  [
    'Orders, Delivery and Title',
    [
      'Each purchase order shall be in writing and shall specify the Products ordered, the quantities, the requested delivery date and the place of delivery. No order shall be binding upon the Supplier until it has been accepted in writing.',
      'Unless otherwise agreed, all Products shall be delivered FCA Shanghai Pudong International Airport (Incoterms® 2020). Risk of loss shall pass to the Distributor upon delivery; title shall remain with the Supplier until the price has been paid in full.',
      'If the Supplier becomes aware that a delivery will be delayed by more than ten (10) Business Days, it shall promptly notify the Distributor, stating the reasons for the delay and its expected duration.',
    ],
  ],
  [
    'Price and Payment',
    [
      'The prices for the Products are set out in Schedule 1 and are exclusive of value added tax, customs duties and any other taxes levied outside the country of manufacture, all of which shall be borne by the Distributor.',
      'Invoices are payable within forty-five (45) days of the date of the invoice by telegraphic transfer. Overdue amounts shall bear interest at the rate of one per cent (1%) per month, accruing daily from the due date until payment in full.',
    ],
  ],
  [
    'Warranty and Limitation of Liability',
    [
      'The Supplier warrants that the Products will conform to the published specifications and be free from defects in material and workmanship for a period of eighteen (18) months from the date of delivery.',
      'SAVE IN THE CASE OF FRAUD OR WILFUL MISCONDUCT, NEITHER PARTY SHALL BE LIABLE FOR ANY INDIRECT OR CONSEQUENTIAL LOSS, AND THE AGGREGATE LIABILITY OF THE SUPPLIER SHALL NOT EXCEED THE AMOUNTS PAID IN THE TWELVE MONTHS PRECEDING THE CLAIM.',
    ],
  ],
  [
    'Term and Termination',
    [
      'This Agreement shall commence on the Effective Date and shall continue for an initial term of three (3) years, after which it shall be renewed automatically for successive periods of one (1) year unless terminated by either Party on not less than ninety (90) days’ notice.',
      'Either Party may terminate this Agreement with immediate effect if the other Party commits a material breach that is not remedied within thirty (30) days of written notice, or becomes insolvent or enters into liquidation.',
    ],
  ],
  [
    'Governing Law and Arbitration',
    [
      'This Agreement shall be governed by and construed in accordance with the laws of the Hong Kong Special Administrative Region, without regard to its conflict-of-laws rules.',
      'Any dispute arising out of or in connection with this Agreement shall be finally settled by arbitration administered by the Hong Kong International Arbitration Centre. The seat of arbitration shall be Hong Kong, the number of arbitrators shall be three, and the language of the proceedings shall be English.',
    ],
  ],
]

const nil = { val: 'nil' }
const none = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((name) => `<w:${name} w:val="${nil.val}"/>`)
  .join('')

/** An English contract: Times New Roman at 11 points, justified, legal numbering, capitals, small capitals and defined terms in bold. */
export const englishContract: CorpusDocument = {
  title: 'Distribution Agreement',
  styles: stylesXml(
    {
      rPr: {
        rFonts: faces('Noto Serif SC', 'Times New Roman'),
        sz: 22,
        szCs: 22,
        lang: { val: 'en-GB', eastAsia: 'zh-CN' },
      },
      pPr: { spacing: { after: 120, line: 264, lineRule: 'auto' } },
    },
    [
      { id: 'Normal', isDefault: true, pPr: { jc: 'both' } },
      {
        id: 'Header',
        name: 'header',
        basedOn: 'Normal',
        pPr: { tabs: '<w:tab w:val="right" w:pos="9026"/>', spacing: { after: 0, line: 240, lineRule: 'auto' } },
        rPr: { sz: 18, i: true },
      },
      {
        id: 'Footer',
        name: 'footer',
        basedOn: 'Normal',
        pPr: { jc: 'center', spacing: { after: 0, line: 240, lineRule: 'auto' } },
        rPr: { sz: 18 },
      },
      {
        id: 'Article',
        basedOn: 'Normal',
        next: 'Normal',
        pPr: { keepNext: true, spacing: { before: 240, after: 120 }, jc: 'left' },
        rPr: { b: true, caps: true },
      },
    ],
  ),
  numbering:
    abstractNumber(1, [
      { format: 'decimal', text: '%1.', style: 'Article', pPr: { ind: { left: 720, hanging: 720 } }, rPr: { b: true } },
      { format: 'decimal', text: '%1.%2', pPr: { ind: { left: 720, hanging: 720 } } },
      { format: 'lowerLetter', text: '(%3)', pPr: { ind: { left: 1440, hanging: 720 } } },
    ]) + number(1, 1),
  headers: { 'header-default': p('Distribution Agreement\tConfidential', { pStyle: 'Header' }) },
  footers: {
    'footer-default': p(r('Page ') + field('PAGE', '1') + r(' of ') + field('NUMPAGES', '3'), { pStyle: 'Footer' }),
  },
  body:
    p('DISTRIBUTION AGREEMENT', { jc: 'center', spacing: { before: 240, after: 360 } }, { b: true, sz: 32, szCs: 32 }) +
    p(
      r('THIS AGREEMENT', { b: true }) +
        r(' is made on 16 February 2026 (the “') +
        r('Effective Date', { b: true }) +
        r('”) between:'),
    ) +
    p(
      r('(1)\t') +
        r('Nanjing Jinling Precision Drive Co., Ltd.', { b: true }) +
        r(
          ' (南京金陵精密传动有限公司), a company incorporated in the People’s Republic of China, whose registered office is at 19 Suyuan Avenue, Jiangning District, Nanjing (the “',
        ) +
        r('Supplier', { b: true }) +
        r('”); and'),
      { ind: { left: 720, hanging: 720 }, tabs: '<w:tab w:val="left" w:pos="720"/>' },
    ) +
    p(
      r('(2)\t') +
        r('Albion Motion Components Limited', { b: true }) +
        r(
          ', a company incorporated in England and Wales with company number 07654321, whose registered office is at 4 Canal Wharf, Leeds LS11 5PS (the “',
        ) +
        r('Distributor', { b: true }) +
        r('”).'),
      { ind: { left: 720, hanging: 720 }, tabs: '<w:tab w:val="left" w:pos="720"/>' },
    ) +
    p(
      r('Whereas', { smallCaps: true, b: true }) +
        r(
          ' the Supplier manufactures precision motion components and wishes to expand their sale, and the Distributor has the technical knowledge, the sales organisation and the customer relations required for this purpose, the Parties have agreed as follows.',
        ),
    ) +
    articles
      .map(
        ([title, clauses]) =>
          p(title, { pStyle: 'Article', ...inList(1) }) + clauses.map((clause) => p(clause, inList(1, 1))).join(''),
      )
      .join('') +
    p('The Distributor shall in particular:', { ...inList(1, 1), keepNext: true }) +
    [
      'maintain an adequate stock of fast-moving Products, being not less than six weeks of average sales;',
      'employ at least two application engineers trained by the Supplier; and',
      'submit a rolling twelve-month sales forecast by the fifth Business Day of each month.',
    ]
      .map((text) => p(text, inList(1, 2)))
      .join('') +
    p(
      r('IN WITNESS WHEREOF', { b: true }) +
        r(
          ' the Parties have caused this Agreement to be executed by their duly authorised representatives on the date first written above.',
        ),
      { spacing: { before: 360, after: 240 }, keepNext: true },
    ) +
    tbl([4513, 4513], { tblBorders: none, tblLayout: { type: 'fixed' } }, [
      tr(
        [
          tc('For and on behalf of the Supplier', {}, { jc: 'left' }),
          tc('For and on behalf of the Distributor', {}, { jc: 'left' }),
        ],
        { cantSplit: true },
      ),
      tr(
        [
          tc('Name: Lin Haoran\nTitle: General Manager', {}, { jc: 'left', spacing: { before: 480 } }),
          tc('Name: Margaret O’Neill\nTitle: Managing Director', {}, { jc: 'left', spacing: { before: 480 } }),
        ],
        { cantSplit: true },
      ),
    ]) +
    p('') +
    section({
      headers: references('header', { default: 'header-default' }),
      footers: references('footer', { default: 'footer-default' }),
      pgMar: margins(1440, 1440, 1440, { header: 708, footer: 708 }),
    }),
}
