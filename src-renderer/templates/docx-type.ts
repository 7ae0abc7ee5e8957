/** What a dropped Word file must be. */
export const docxType = { 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'] }
