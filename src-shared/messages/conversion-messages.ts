import type { Messages } from './message.ts'

/** What a PDF does not show as Word would: fragments that are followed by the place. */
export const conversionMessages = {
  'notCarried.image.external': { zh: '链接到外部的图片，没有取用', en: 'picture linked from outside, not fetched' },
  'notCarried.image.missing': { zh: '图片在文件中缺失', en: 'picture missing from the file' },
  'notCarried.image.format': {
    zh: '图片格式无法显示（只能显示 PNG、JPEG、GIF、SVG）',
    en: 'picture of a format that cannot be shown (only PNG, JPEG, GIF, SVG)',
  },
  'notCarried.image.wrap': { zh: '文字环绕图片的方式有简化', en: 'text flows around the picture in a simpler way' },
  'notCarried.chart': { zh: '图表，以空框代替', en: 'chart, shown as an empty frame' },
  'notCarried.drawing': { zh: '绘图或 SmartArt，以空框代替', en: 'drawing or SmartArt, shown as an empty frame' },
  'notCarried.shape': { zh: '自选图形，没有画出', en: 'shape, not drawn' },
  'notCarried.table.floating': {
    zh: '浮动表格，按普通表格排在原处',
    en: 'floating table, set in place like an ordinary one',
  },
  'notCarried.math': { zh: '公式，只显示其中的文字', en: 'formula, only its text is shown' },
  'notCarried.ruby': { zh: '拼音指南，只显示正文', en: 'phonetic guide, only the base text is shown' },
  'notCarried.nesting': { zh: '嵌套过深的内容，没有显示', en: 'content nested too deeply, not shown' },
  'notCarried.character': { zh: '没有字体含有的字符', en: 'character that no font has' },
  'notCarried.image.effect': { zh: '图片的特殊效果，没有显示', en: 'effect of a picture, not shown' },
  'notCarried.section.lineNumbers': { zh: '行号，没有显示', en: 'line numbers, not shown' },
  'notCarried.section.vertical': { zh: '整节的竖排文字，改为横排', en: 'section set vertically, set horizontally' },
  'notCarried.textbox.linked': {
    zh: '相互链接的文本框，文字没有在其间流动',
    en: 'linked text boxes, text does not flow between them',
  },
  'notCarried.wordart': { zh: '艺术字，以普通文字显示', en: 'WordArt, shown as ordinary text' },
  'notCarried.table.diagonal': { zh: '单元格的斜线，没有画出', en: 'diagonal line of a cell, not drawn' },
  'notCarried.table.spacing': { zh: '单元格之间的间距，没有显示', en: 'space between cells, not shown' },
} satisfies Messages
