import type { Messages } from './message.ts'

/** Templates and clauses as records, and what can be wrong in a template's text. */
export const templateMessages = {
  'template.nameTaken': {
    zh: '已有名为“{name}”的模板。请换一个名称，或给它上传新版本。',
    en: 'There is a template named “{name}” already. Choose another name, or add a version to it.',
  },
  'template.archived': {
    zh: '模板“{template}”已归档。请先恢复它，或选择别的模板。',
    en: 'The template “{template}” is archived. Restore it first, or choose another one.',
  },
  'template.notArchived': {
    zh: '模板“{template}”没有归档，无需恢复。',
    en: 'The template “{template}” is not archived.',
  },
  'template.unchanged': {
    zh: '上传的文件与模板“{template}”的第 {no} 版完全相同，没有新建版本。',
    en: 'The file is the same as version {no} of the template “{template}”; no version was made.',
  },
  'template.notCurrent': {
    zh: '模板“{template}”的当前版本是第 {no} 版，只能修改当前版本。请刷新后再试。',
    en: 'Version {no} of the template “{template}” is the current one, and only that can be changed. Refresh and try again.',
  },
  'template.mappingWithoutField': {
    zh: '模板里没有这些字段：{fields:list}。请刷新字段列表后再对应。',
    en: 'The template has no such fields: {fields:list}. Refresh the list of fields and map again.',
  },
  'template.mappingToNothing': {
    zh: '合同没有这些数据项：{fields:list}。请从列表中选择要填入的数据。',
    en: 'Contracts have no such data: {fields:list}. Choose from the list what fills the field.',
  },
  'clause.titleTaken': {
    zh: '已有标题为“{title}”的条款。请换一个标题，或修改那一条。',
    en: 'There is a clause titled “{title}” already. Choose another title, or change that clause.',
  },
  'clause.archived': {
    zh: '条款“{clause}”已归档。请先恢复它，或选择别的条款。',
    en: 'The clause “{clause}” is archived. Restore it first, or choose another one.',
  },
  'clause.notArchived': { zh: '条款“{clause}”没有归档，无需恢复。', en: 'The clause “{clause}” is not archived.' },
  'clause.unchanged': {
    zh: '内容与条款“{clause}”的第 {no} 版完全相同，没有新建版本。',
    en: 'The text is the same as version {no} of the clause “{clause}”; no version was made.',
  },
  'template.notUsable': {
    zh: ({ problems }) =>
      Array.isArray(problems)
        ? '模板有错误，不能使用：{problems:problems}。请在 Word 中改正后重新导入。'
        : '模板的结构有错误，不能使用（{detail}）。请先用 template check 检查，改正后再用。',
    en: ({ problems }) =>
      Array.isArray(problems)
        ? 'The template has errors and cannot be used: {problems:problems}. Correct them in Word and import it again.'
        : 'The structure of the template is wrong, so it cannot be used ({detail}). Find the place with template check and correct it.',
  },
  'template.fillFailed': {
    zh: '数据与模板对不上，有 {count} 处，没有生成文件：{problems:problems}。请补全数据后重试。',
    en: 'The data do not fit the template in {count} places, and no document was made: {problems:problems}. Complete the data and try again.',
  },
  'template.missingField': {
    zh: '数据里没有“{path}”。请补上，或在模板中改正名称。',
    en: 'The data have no “{path}”. Add it, or correct the name in the template.',
  },
  'template.wrongType': {
    zh: '“{value}”应当是{wanted:valueKind}。请改正数据。',
    en: '“{value}” should be {wanted:valueKind}. Correct the data.',
  },
  'template.divisionByZero': {
    zh: '{value} 除以了零。请检查公式中的除数。',
    en: '{value} is divided by zero. Check the divisor of the formula.',
  },
  'template.unknownFormatter': {
    zh: ({ known }) =>
      Array.isArray(known)
        ? '没有名为“{formatter}”的格式。可用：{known:list}。'
        : '没有名为“{formatter}”的格式。请改用文档中列出的格式。',
    en: ({ known }) =>
      Array.isArray(known)
        ? 'There is no formatter “{formatter}”. Use one of: {known:list}.'
        : 'There is no formatter “{formatter}”. Use one that the documentation lists.',
  },
  'template.tooManyItems': {
    zh: '列表有 {count} 项，最多 {maximum} 项。请拆成几份文件。',
    en: 'The list has {count} items, {maximum} at most. Split it into several documents.',
  },
  'template.dataTooDeep': {
    zh: '数据“{path}”嵌套过深。请减少层次。',
    en: 'The data at “{path}” are nested too deeply. Flatten them.',
  },
  'template.controlCharacter': {
    zh: '数据“{path}”的第 {at:place} 个字符是不可见的控制字符（{character}），Word 文件不能容纳。请删去后重试。',
    en: 'Character {at:place} of “{path}” is an invisible control character ({character}) that no Word file can hold. Take it out.',
  },
  'template.code': {
    zh: '“{code}”里的“{token}”不是字段，而是程序代码。模板不运行代码，请只写字段名、计算和格式。',
    en: '“{token}” in “{code}” is program code, not a field. Templates run no code; write field names, arithmetic and formatters only.',
  },
  'template.expression': {
    zh: '看不懂“{code}”：第 {at:place} 个字符处的“{token}”不对。请检查拼写、引号和括号。',
    en: '“{code}” is not understood: “{token}” at character {at:place} does not fit. Check spelling, quotes and brackets.',
  },
  'template.expressionTooLong': {
    zh: '花括号里的内容有 {length} 个字符，最多 {maximum} 个。请简化。',
    en: 'What stands in the braces has {length} characters, {maximum} at most. Make it simpler.',
  },
  'template.expressionTooDeep': {
    zh: '“{code}”的括号嵌套超过 {maximum} 层。请简化。',
    en: '“{code}” nests more than {maximum} levels. Make it simpler.',
  },
  'template.unclosedQuote': {
    zh: '“{code}”第 {at:place} 个字符处的引号没有结束。请补上引号。',
    en: 'The quote at character {at:place} of “{code}” does not end. Close it.',
  },
  'template.fullWidthBraces': {
    zh: '“{found}”用了全角花括号，不会被当作字段。请写成 {suggestion}。',
    en: '“{found}” has full-width braces, which make no field. Write {suggestion}.',
  },
  'template.unclosedBraces': {
    zh: '“{at}”的花括号没有结束，或分在了两个段落里。请在同一段里补上 }}。',
    en: 'The braces at “{at}” do not end, or end in another paragraph. Close them with }} in the same paragraph.',
  },
  'template.unopenedBraces': {
    zh: '这里有 }}，前面却没有 {{。请补上或删去。',
    en: 'There is }} without {{ before it. Add it or take it out.',
  },
  'template.singleBraces': {
    zh: '“{found}”只有单层花括号，不会被当作字段。请写成 {suggestion}。',
    en: '“{found}” has single braces, which make no field. Write {suggestion}.',
  },
  'template.anchorRole': {
    zh: '盖章或签字的位置写的是“{role}”，只能是甲方、乙方、丙方或丁方。请改正。',
    en: 'The place for a seal or signature says “{role}”; it must be 甲方, 乙方, 丙方 or 丁方.',
  },
  'template.emptyCommand': {
    zh: '花括号里是空的。请写上字段名，或删去。',
    en: 'The braces are empty. Write a field name, or take them out.',
  },
  'template.unclosedBlock': {
    zh: ({ block }) =>
      block === 'FOR'
        ? '“{code}”开始的循环没有结束。请补上 END-FOR {variable}。'
        : '“{code}”开始的条件没有结束。请补上 END-IF。',
    en: ({ block }) =>
      block === 'FOR'
        ? 'The loop that begins with “{code}” does not end. Add END-FOR {variable}.'
        : 'The condition that begins with “{code}” does not end. Add END-IF.',
  },
  'template.endWithoutBlock': {
    zh: '“{code}”结束了一个没有开始的循环或条件。请补上开头或删去它。',
    en: '“{code}” ends a loop or condition that never began. Add its beginning or take it out.',
  },
  'template.blocksCrossed': {
    zh: '“{code}”与“{open}”（第 {openPage} 页）交错了。请让里层的先结束。',
    en: '“{code}” crosses “{open}” (page {openPage}). End the inner one first.',
  },
  'template.blockAcrossTable': {
    zh: '“{open}”和“{code}”一个在表格里、一个在表格外。请把两者都放在表格的行里，或都放在外面。',
    en: '“{open}” and “{code}” stand one inside and one outside a table. Put both in rows of the table, or both outside.',
  },
  'template.forForm': {
    zh: '“{code}”不是循环的写法。请写成 FOR 名称 IN 列表，例如 FOR 明细 IN 合同.明细。',
    en: '“{code}” is not how a loop is written. Write FOR name IN list, such as FOR 明细 IN 合同.明细.',
  },
  'template.noFields': {
    zh: '模板里没有任何字段。如果确实如此，可以直接使用；否则请检查花括号是否写对。',
    en: 'The template has no fields. If that is meant, it can be used as it is; otherwise check the braces.',
  },
  'template.blockInsideParagraph': {
    zh: '“{code}”夹在一段文字中间，另一半却在别的段落。请把它单独放一行，或放在段落的开头或结尾。',
    en: '“{code}” stands inside a paragraph and its other half in another one. Put it on a line of its own, or at the beginning or end of a paragraph.',
  },
  'template.blocksInRow': {
    zh: '“{code}”所在的表格行里有几个跨单元格的循环或条件，或有跨单元格的 ELSE。请每行只用一个，或把它们放在各自的行里。',
    en: 'The table row of “{code}” has several loops or conditions over its cells, or an ELSE between them. Use one a row, or give them rows of their own.',
  },
  'template.blocksTooDeep': {
    zh: '循环和条件的嵌套超过 {maximum} 层。请减少层次。',
    en: 'Loops and conditions nest over {maximum} levels. Nest them less.',
  },
  'template.unknownCommand': {
    zh: '“{code}”里的“{command}”不是已知的命令。可用：{known}。',
    en: '“{command}” in “{code}” is no command. There are: {known}.',
  },
  'template.imageForm': {
    zh: '“{code}”不是图片的写法。请写成 IMAGE 名称，后面可加毫米数，例如 IMAGE 标志 30。',
    en: '“{code}” is not how a picture is written. Write IMAGE name, with a width in mm if wanted, such as IMAGE logo 30.',
  },
  'template.aliasForm': {
    zh: '“{code}”不是简称的写法。请写成 ALIAS 简称 字段，例如 ALIAS 总价 合同.总金额。',
    en: '“{code}” is not how an alias is written. Write ALIAS name field, such as ALIAS total 合同.总金额.',
  },
  'template.unknownAlias': {
    zh: '没有名为“{alias}”的简称。请先用 ALIAS 定义它，或直接写字段。',
    en: 'There is no alias “{alias}”. Define it by ALIAS before, or write the field itself.',
  },
  'template.formatterArguments': {
    zh: '格式“{formatter}”后面给了 {given} 个参数，应为 {least} 到 {most} 个。请增减参数。',
    en: 'The formatter “{formatter}” has {given} arguments and takes {least} to {most}. Add or remove some.',
  },
  'template.commandInField': {
    zh: 'Word 域代码里的“{found}”不会被填写。请把它移到域的外面。',
    en: '“{found}” in the code of a Word field is not filled in. Move it out of the field.',
  },
  'template.commandInFieldResult': {
    zh: '“{code}”在 Word 域的结果里，Word 更新域时会覆盖它。请把它移到域的外面。',
    en: '“{code}” is part of the result of a Word field, which Word overwrites. Move it out of the field.',
  },
  'template.commandInDrawing': {
    zh: '图形或图表里的“{found}”不会被填写。请改用文本框或正文。',
    en: '“{found}” in a drawing or chart is not filled in. Use a text box or the text itself.',
  },
  'template.objectInCommand': {
    zh: '“{code}”的花括号中间夹着图片、分页符或批注。请把它移出花括号。',
    en: 'The braces of “{code}” hold a picture, a page break or a note. Move it out of them.',
  },
  'template.tooManyCommands': {
    zh: '模板里的命令超过 {maximum} 个。请拆成几个模板。',
    en: 'The template has over {maximum} commands. Split it.',
  },
  'template.variableOutsideLoop': {
    zh: '“{path}”在循环外面用了循环变量“{variable}”。请把它移到 FOR 和 END-FOR 之间，或改用合同字段。',
    en: '“{path}” uses the loop variable “{variable}” outside its loop. Move it between FOR and END-FOR, or use a field of the contract.',
  },
  'template.anchorTwice': {
    zh: '“{code}”出现了不止一次，盖章或签字将用最后一处。请只保留一处。',
    en: '“{code}” occurs more than once; the last place will be used. Keep one.',
  },
  'template.unknownList': {
    zh: '合同数据里没有列表“{list}”。请改用 合同.明细 或 合同.付款计划，或在字段对应里指定。',
    en: 'A contract has no list “{list}”. Use 合同.明细 or 合同.付款计划, or map it.',
  },
  'template.unknownColumn': {
    zh: '列表“{list}”里没有“{path}”这一项。请改正名称，或在字段对应里指定。',
    en: 'The list “{list}” has no “{path}”. Correct the name, or map it.',
  },
  'template.linkedImage': {
    zh: '图片“{image}”只是链接，没有存在文件里，生成的合同中不会有它。请在 Word 中重新插入图片。',
    en: 'The picture “{image}” is only linked, not part of the file, and will be missing. Insert it anew in Word.',
  },
  'template.brokenImage': {
    zh: '图片“{image}”缺失或已损坏，生成的合同中不会有它。请在 Word 中重新插入图片。',
    en: 'The picture “{image}” is missing or damaged and will not be shown. Insert it anew in Word.',
  },
  'template.imageMissing': {
    zh: '没有名为“{image}”的图片。请提供它，或在模板中改正名称。',
    en: 'There is no picture named “{image}”. Provide it, or correct the name in the template.',
  },
  'template.notData': {
    zh: '“{path}”不是可以填写的数据（{kind}）。请只提供文字、数字、是否、列表。',
    en: '“{path}” is no data that can be filled in ({kind}). Give texts, numbers, yes or no, and lists.',
  },
  'template.tooLarge': {
    zh: '填写出来的文件超过 {maximum:bytes}。请减少循环的行数，或拆成几份。',
    en: 'The filled document has over {maximum:bytes}. Repeat fewer rows, or split it.',
  },
  'template.emptyField': {
    zh: '“{path}”是空的，合同中留了空白。如有需要请补上。',
    en: '“{path}” is empty and leaves a blank. Fill it in if it is needed.',
  },
} satisfies Messages
