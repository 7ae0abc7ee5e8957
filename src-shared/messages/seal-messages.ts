import type { Messages } from './message.ts'

/** Seals as records and as images, stamping, handwriting, watermarks. */
export const sealMessages = {
  'seal.nameTaken': {
    zh: '已有名为“{name}”的印章。请换一个名称。',
    en: 'There is a seal named “{name}” already. Choose another name.',
  },
  'seal.notPng': {
    zh: '印章“{name}”的图片不是 PNG。请用带透明背景的 PNG 图片。',
    en: 'The image of the seal “{name}” is no PNG. Use a PNG with a transparent background.',
  },
  'seal.notOurs': {
    zh: '“{party}”不是本公司，不能登记它的印章。',
    en: '“{party}” is not our own company, so its seals are not kept here.',
  },
  'seal.retired': {
    zh: '印章“{name}”已停用，不能使用。请选择在用的印章。',
    en: 'The seal “{name}” is retired. Choose one in use.',
  },
  'seal.nameLength': {
    zh: '印章上的单位名称有 {length} 个字，应为 {least} 到 {most} 个字。请改用规范全称或简称。',
    en: 'The company name on the seal has {length} characters; it must have {least} to {most}.',
  },
  'seal.labelLength': {
    zh: '印章下方的文字有 {length} 个字，最多 {most} 个。请缩短，例如“合同专用章”。',
    en: 'The label on the seal has {length} characters, {most} at most. Shorten it.',
  },
  'seal.serialLength': {
    zh: '印章编码有 {length} 位，最多 {most} 位。请核对。',
    en: 'The serial on the seal has {length} characters, {most} at most. Check it.',
  },
  'seal.diameter': {
    zh: '印章直径 {diameterMm} 毫米不在 {least} 到 {most} 毫米之间。公章多为 40 或 42 毫米。',
    en: 'A seal of {diameterMm} mm is outside {least} to {most} mm. Company seals are usually 40 or 42 mm.',
  },
  'seal.resolution': {
    zh: '印章分辨率 {dpi} 不在 {least} 到 {most} dpi 之间。请改用 600。',
    en: 'A resolution of {dpi} is outside {least} to {most} dpi. Use 600.',
  },
  'seal.characterMissing': {
    zh: '没有字体能画出“{character}”。请改用其他字，或上传印章图片。',
    en: 'No font has “{character}”. Use another character, or upload an image of the seal.',
  },
  'seal.imageTooSmall': {
    zh: '图片中的印章只有 {width}×{height} 像素，印出来会模糊，至少要 {least} 像素。请用更高的分辨率扫描。',
    en: 'The seal in the image is only {width}×{height} pixels and would print blurred; it needs {least}. Scan it at a higher resolution.',
  },
  'seal.noRed': {
    zh: '图片里没有找到红色的印章。请确认扫描的是彩色，且印章清晰。',
    en: 'No red seal was found in the image. Make sure it was scanned in colour and the seal is clear.',
  },
  'seal.cutOff': {
    zh: '印章碰到了图片边缘，可能没有拍全。请留出四周空白后重新扫描。',
    en: 'The seal touches the edge of the image and may be cut off. Scan it again with room around it.',
  },
  'seal.notRound': {
    zh: '图片中的印章不是圆的（{width}×{height} 像素），可能是斜着拍的。请正对着扫描。',
    en: 'The seal in the image is not round ({width}×{height} pixels); it may be photographed at an angle. Scan it flat.',
  },
  'stamp.width': {
    zh: '图章宽度 {widthMm} 毫米不在 {least} 到 {most} 毫米之间。请改正。',
    en: 'A stamp {widthMm} mm wide is outside {least} to {most} mm. Correct it.',
  },
  'stamp.offPage': {
    zh: '图章的位置在第 {page} 页之外（{x}, {y} 磅）。请改正位置。',
    en: 'The stamp would lie off page {page} (at {x}, {y} points). Correct the position.',
  },
  'crossPage.tooFewPages': {
    zh: '文件只有 {pages} 页，盖不了骑缝章，至少要两页。请去掉骑缝章。',
    en: 'The document has {pages} page(s); a cross-page seal needs two. Leave it out.',
  },
  'crossPage.groupSize': {
    zh: '骑缝章每组 {pagesPerGroup} 页，至少要 {least} 页。请改正。',
    en: 'A cross-page seal over groups of {pagesPerGroup} pages needs at least {least}. Correct it.',
  },
  'handwriting.tooSmall': {
    zh: '手写签名图片只有 {width}×{height} 像素，至少要 {leastWidth}×{leastHeight}。请重新拍摄或书写。',
    en: 'The handwriting is only {width}×{height} pixels; it needs {leastWidth}×{leastHeight}. Photograph or write it again.',
  },
  'handwriting.noInk': {
    zh: '图片里没有找到笔迹。请用深色笔在白纸上重新书写。',
    en: 'No ink was found in the picture. Write again with a dark pen on white paper.',
  },
  'handwriting.notWriting': {
    zh: '图片里 {inkPercent}% 都是墨色，不像签名。请在白纸上书写后重新拍摄。',
    en: '{inkPercent}% of the picture is ink; that is no signature. Write on white paper and photograph it again.',
  },
  'watermark.length': {
    zh: '水印文字有 {length} 个字，应为 {least} 到 {most} 个字。请改正。',
    en: 'The watermark has {length} characters; it must have {least} to {most}.',
  },
} satisfies Messages
