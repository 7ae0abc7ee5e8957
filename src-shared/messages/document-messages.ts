import type { Message, MessageText, Messages, Params } from './message.ts'

const chosenText = (text: MessageText, params: Params): string => (typeof text === 'string' ? text : text(params))

/** One sentence by the value of a parameter, the last where none fits. */
function byValue(param: string, cases: Record<string, Message>, otherwise: Message): Message {
  const chosen = (params: Params): Message => {
    const value = params[param]
    return typeof value === 'string' && Object.hasOwn(cases, value) ? cases[value]! : otherwise
  }
  return {
    zh: (params) => chosenText(chosen(params).zh, params),
    en: (params) => chosenText(chosen(params).en, params),
  }
}

const inPart = (sentence: string, place: string): ((params: Params) => string) => {
  return (params) =>
    typeof params.part === 'string' && typeof params.line === 'number' ? `${sentence}${place}` : sentence
}
const located = (zh: string, en: string): Message => ({
  zh: inPart(zh, '（位置：{part} 第 {line} 行第 {column} 列）'),
  en: inPart(en, ' (at {part}, line {line}, column {column})'),
})

/** Opening Word files, PDF files and pictures. */
export const documentMessages = {
  'document.notZip': byValue(
    'kind',
    {
      pdf: {
        zh: '这是一个 PDF 文件，只是名称像 Word 文件。请选择 Word 的 .docx 文件。',
        en: 'This is a PDF file with the name of a Word file. Choose the .docx from Word.',
      },
      rtf: {
        zh: '这是 RTF 文件，不是 .docx。请在 Word 中打开它，另存为 .docx 后再试。',
        en: 'This is an RTF file, not a .docx. Open it in Word and save it as .docx.',
      },
      html: {
        zh: '这是网页文件，不是 .docx。请在 Word 中打开它，另存为 .docx 后再试。',
        en: 'This is a web page, not a .docx. Open it in Word and save it as .docx.',
      },
      xml: {
        zh: '这是 XML 文件，不是 .docx。请在 Word 中打开它，另存为 .docx 后再试。',
        en: 'This is an XML file, not a .docx. Open it in Word and save it as .docx.',
      },
      empty: { zh: '文件是空的。请检查后重新选择。', en: 'The file is empty. Check it and choose it again.' },
    },
    {
      zh: '这不是 Word 的 .docx 文件（{bytes:bytes}，内容无法识别）。请选择由 Word 或 WPS 保存的 .docx。',
      en: 'This is no .docx file ({bytes:bytes} of unknown content). Choose a .docx saved by Word or WPS.',
    },
  ),
  'document.oldWordFormat': byValue(
    'kind',
    {
      doc: {
        zh: '这是旧版 Word 的 .doc 文件，改名不能变成 .docx。请在 Word 中打开它，另存为 .docx 后再试。',
        en: 'This is an old Word .doc; renaming does not make it a .docx. Open it in Word and save it as .docx.',
      },
      xls: {
        zh: '这是旧版 Excel 文件，不是 Word 文件。请选择 .docx。',
        en: 'This is an old Excel file, not a Word file. Choose a .docx.',
      },
      ppt: {
        zh: '这是旧版 PowerPoint 文件，不是 Word 文件。请选择 .docx。',
        en: 'This is an old PowerPoint file, not a Word file. Choose a .docx.',
      },
    },
    {
      zh: '这是旧版 Office 格式的文件。请用原来的程序打开，另存为 .docx 后再试。',
      en: 'This is a file of an old Office format. Open it with its program and save it as .docx.',
    },
  ),
  'document.encrypted': byValue(
    'kind',
    {
      password: {
        zh: 'Word 文件设了打开密码。请在 Word 中去掉密码（文件 → 信息 → 保护文档）后再试。',
        en: 'The Word file has a password to open it. Remove it in Word (File → Info → Protect Document), then try again.',
      },
      zip: {
        zh: '文件内部的压缩包加了密，无法读取。请用 Word 重新保存一份。',
        en: 'The archive inside the file is encrypted and cannot be read. Save it anew in Word.',
      },
    },
    {
      zh: 'PDF 文件设了密码，无法处理。请先去掉密码。',
      en: 'The PDF is protected by a password. Remove it first.',
    },
  ),
  'document.truncated': {
    zh: ({ name }) =>
      name === undefined
        ? '文件不完整，后半部分缺失。请重新下载或复制一份。'
        : '文件不完整：其中的 {name} 被截断。请重新下载或复制一份。',
    en: ({ name }) =>
      name === undefined
        ? 'The file is incomplete; its end is missing. Download or copy it again.'
        : 'The file is incomplete: {name} inside it is cut off. Download or copy it again.',
  },
  'document.damaged': {
    zh: ({ name }) =>
      name === undefined
        ? '文件已损坏，无法打开。请用 Word 打开并重新保存，或取一份完好的副本。'
        : '文件已损坏：其中的 {name} 读不出来。请用 Word 打开并重新保存，或取一份完好的副本。',
    en: ({ name }) =>
      name === undefined
        ? 'The file is damaged and cannot be opened. Open it in Word and save it again, or get a sound copy.'
        : 'The file is damaged: {name} inside it cannot be read. Open it in Word and save it again, or get a sound copy.',
  },
  'document.tooLarge': byValue(
    'what',
    {
      file: {
        zh: '文件有 {bytes:bytes}，超过了 {limit:bytes} 的上限。请压缩其中的图片后再试。',
        en: 'The file has {bytes:bytes}, more than the {limit:bytes} allowed. Compress its pictures and try again.',
      },
      entries: {
        zh: '文件内部的部件超过 {limit} 个，不像正常的 Word 文件，没有处理。',
        en: 'The file has more than {limit} parts inside; that is no ordinary Word file, and it was not opened.',
      },
      part: {
        zh: '文件中的 {name} 展开后有 {bytes:bytes}，超过了 {limit:bytes} 的上限，没有处理。请缩小其中的图片或内容。',
        en: '{name} in the file unpacks to {bytes:bytes}, more than the {limit:bytes} allowed. Make its pictures or content smaller.',
      },
      total: {
        zh: '文件展开后超过 {limit:bytes}，可能是压缩炸弹，没有处理。请确认文件来源。',
        en: 'The file unpacks to more than {limit:bytes}; it may be a zip bomb and was not opened. Make sure where it came from.',
      },
      ratio: {
        zh: '文件中的 {name} 压缩得不正常（{packed:bytes} 展开成 {bytes:bytes}），可能是压缩炸弹，没有处理。请确认文件来源。',
        en: '{name} in the file is packed beyond what is normal ({packed:bytes} to {bytes:bytes}); it may be a zip bomb and was not opened. Make sure where it came from.',
      },
      overlap: {
        zh: '文件中的 {name} 与 {other} 重叠，是伪造的压缩包，没有处理。请确认文件来源。',
        en: '{name} and {other} overlap inside the file: a forged archive, which was not opened. Make sure where it came from.',
      },
      forged: {
        zh: '文件中的 {name} 大小是伪造的（声明 {declared:bytes}），没有处理。请确认文件来源。',
        en: 'The size of {name} in the file is forged ({declared:bytes} declared); it was not opened. Make sure where it came from.',
      },
      xml: {
        zh: '文件的文字部分 {part} 过大，超过 {limit:bytes}。请拆成几个文件。',
        en: 'The text part {part} of the file is over {limit:bytes}. Split it into several files.',
      },
      nodes: {
        zh: '文件内容过多（{part} 中超过 {limit} 个元素）。请拆成几个文件。',
        en: 'The file has too much content (over {limit} elements, in {part}). Split it into several files.',
      },
    },
    {
      zh: '文件中的 {part} 不像正常的 Word 文件（超过 {limit} 的上限），没有处理。请用 Word 重新保存。',
      en: '{part} in the file is beyond what Word writes (limit {limit}); it was not opened. Save it anew in Word.',
    },
  ),
  'document.badPath': {
    zh: '文件内部的名称“{name}”不合规，可能是恶意构造的，没有处理。请确认文件来源，或用 Word 重新保存。',
    en: 'The name “{name}” inside the file is not allowed; the file may be hostile and was not opened. Make sure where it came from, or save it anew in Word.',
  },
  'document.noMainPart': byValue(
    'found',
    {
      spreadsheet: {
        zh: '这是 Excel 文件，不是 Word 文件。请选择 .docx。',
        en: 'This is an Excel file, not a Word file. Choose a .docx.',
      },
      presentation: {
        zh: '这是 PowerPoint 文件，不是 Word 文件。请选择 .docx。',
        en: 'This is a PowerPoint file, not a Word file. Choose a .docx.',
      },
      empty: {
        zh: '这是空的压缩包，不是 Word 文件。请选择 .docx。',
        en: 'This is an empty archive, not a Word file. Choose a .docx.',
      },
    },
    {
      zh: '文件里没有 Word 正文，不是完整的 .docx。请用 Word 打开并重新保存。',
      en: 'The file has no Word text in it; it is no complete .docx. Open it in Word and save it again.',
    },
  ),
  'document.badXml': located(
    'Word 文件的内容有错误，无法读取。请用 Word 打开（它会尝试修复），再重新保存',
    'The content of the Word file has an error. Open it in Word, which tries to repair it, and save it again',
  ),
  'document.badEncoding': {
    zh: 'Word 文件中的 {part} 编码不对，读不出文字。请用 Word 打开并重新保存。',
    en: 'The encoding of {part} in the Word file is wrong. Open it in Word and save it again.',
  },
  'document.entity': located(
    'Word 文件中含有外部实体定义，可能用来窃取文件，没有处理。请确认文件来源',
    'The Word file defines external entities, which can be used to steal files; it was not opened. Make sure where it came from',
  ),
  'document.tooDeep': located(
    'Word 文件的嵌套超过 {limit} 层，不像正常的文件，没有处理。请减少表格嵌套，或确认文件来源',
    'The Word file nests over {limit} levels, which is not normal; it was not opened. Nest tables less, or make sure where it came from',
  ),
  'document.tooManyPages': {
    zh: '文件排出来有 {pages} 页，超过了 {maximum} 页的上限。请拆成几个文件。',
    en: 'The document has {pages} pages, more than the {maximum} allowed. Split it.',
  },
  'document.tookTooLong': {
    zh: ({ option }) =>
      option === undefined
        ? '处理文件超过了 {seconds} 秒，已停止。文件可能过于复杂，请拆成几个文件或用 Word 重新保存。'
        : '处理文件超过了 {seconds} 秒，已停止。如果文件可信且确实很大，可用 {option} 给更多时间；否则请拆成几个文件或用 Word 重新保存。',
    en: ({ option }) =>
      option === undefined
        ? 'Working on the file took over {seconds} seconds and was stopped. It may be too complex; split it, or save it anew in Word.'
        : 'Working on the file took over {seconds} seconds and was stopped. If it can be trusted and is really large, allow more time with {option}; otherwise split it, or save it anew in Word.',
  },
  'document.tookTooMuchMemory': {
    zh: '处理文件需要的内存超过了 {megabytes} MB，已停止。文件可能过于复杂，请拆成几个文件或缩小图片。',
    en: 'Working on the file needed over {megabytes} MB of memory and was stopped. It may be too complex; split it or make its pictures smaller.',
  },
  'document.unreadable': {
    zh: ({ reason }) =>
      reason === undefined
        ? '这不是可以读取的 PDF 文件，或已损坏。请重新取一份。'
        : '这不是可以读取的 PDF 文件，或已损坏（{reason}）。请重新取一份。',
    en: ({ reason }) =>
      reason === undefined
        ? 'This is no readable PDF, or it is damaged. Get another copy.'
        : 'This is no readable PDF, or it is damaged ({reason}). Get another copy.',
  },
  'document.alreadySigned': {
    zh: 'PDF 已经签名，再盖章会使签名失效，没有改动它。请先盖章，最后再签名。',
    en: 'The PDF is signed already, and a stamp would break the signature; it was left as it is. Stamp first, sign last.',
  },
  'document.anchorNotFound': {
    zh: ({ nearest }) =>
      nearest === undefined
        ? '文件里找不到“{text}”，不知道该盖在哪里。请改用文件中确有的文字，或指定页码和位置。'
        : '文件里找不到“{text}”，最接近的是第 {page} 页的“{nearest}”。请改用文件中确有的文字，或指定页码和位置。',
    en: ({ nearest }) =>
      nearest === undefined
        ? '“{text}” is not in the document, so there is no place for it. Use a text that is there, or give page and position.'
        : '“{text}” is not in the document; the nearest is “{nearest}” on page {page}. Use a text that is there, or give page and position.',
  },
  'document.noSuchPage': {
    zh: '没有第 {page} 页，文件共 {pages} 页。请改正页码。',
    en: 'There is no page {page}; the document has {pages}. Correct the page.',
  },
  'image.unknownFormat': {
    zh: '图片格式无法识别。请使用 PNG 或 JPEG 图片。',
    en: 'The format of the picture is unknown. Use a PNG or JPEG.',
  },
  'image.damaged': {
    zh: '{format} 图片已损坏，无法读取。请换一张。',
    en: 'The {format} picture is damaged. Use another one.',
  },
  'image.fileTooLarge': {
    zh: '图片“{image}”有 {bytes:bytes}，超过了 {limit:bytes} 的上限。请压缩后再试。',
    en: 'The picture “{image}” has {bytes:bytes}, more than the {limit:bytes} allowed. Compress it and try again.',
  },
  'image.tooLarge': {
    zh: '图片过大，超过 {megapixels} 百万像素。请缩小后再试。',
    en: 'The picture has over {megapixels} megapixels. Make it smaller and try again.',
  },
} satisfies Messages
