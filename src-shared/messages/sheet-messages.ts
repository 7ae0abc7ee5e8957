import type { Messages } from './message.ts'

/** Reading Excel files that people import. */
export const sheetMessages = {
  'sheet.notExcel': {
    zh: '这不是 Excel 的 .xlsx 文件。请选择由 Excel 或 WPS 保存的 .xlsx。',
    en: 'This is no .xlsx file. Choose one saved by Excel or WPS.',
  },
  'sheet.oldExcel': {
    zh: '这是旧版 Excel 的 .xls 文件。请在 Excel 或 WPS 中打开它，另存为 .xlsx 后再试。',
    en: 'This is an old Excel .xls. Open it in Excel or WPS and save it as .xlsx.',
  },
  'sheet.encrypted': {
    zh: '这个 Excel 文件有密码。请在 Excel 或 WPS 中去掉密码，保存后再试。',
    en: 'This Excel file has a password. Take it off in Excel or WPS and save the file.',
  },
  'sheet.damaged': {
    zh: '这个 Excel 文件已损坏，读不出来。请在 Excel 或 WPS 中打开它，另存后再试。',
    en: 'This Excel file is damaged and cannot be read. Open it in Excel or WPS and save it anew.',
  },
  'sheet.empty': {
    zh: '第一张工作表是空的。请把内容放在第一张工作表里。',
    en: 'The first sheet is empty. Put what is to be imported there.',
  },
  'sheet.tooLarge': {
    zh: '这个 Excel 文件太大。请只留要导入的内容，或分成几个文件。',
    en: 'This Excel file is too large. Keep only what is to be imported, or split it.',
  },
  'sheet.tooManyRows': {
    zh: '第一张工作表有 {rows} 行，一次最多导入 {most} 行。请分成几个文件。',
    en: 'The first sheet has {rows} rows; {most} can be imported at once. Split the file.',
  },
  'sheet.noHeadings': {
    zh: '第一张工作表里找不到列标题。请在前 20 行里写一行标题，如{columns:list}。',
    en: 'No headings were found on the first sheet. Put a row of them within the first 20 rows, such as {columns:list}.',
  },
  'sheet.columnsMissing': {
    zh: '第 {row} 行的列标题里缺少{columns:list}。请补上这些列后重新选择文件。',
    en: 'The headings in row {row} lack {columns:list}. Add these columns and choose the file again.',
  },
  'sheet.field': {
    zh: '这一格{reason:reason}。',
    en: 'The cell {reason:reason}.',
  },
} satisfies Messages
