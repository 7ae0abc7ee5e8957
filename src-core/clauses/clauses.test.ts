import { describe, expect, it } from 'vitest'
import {
  addClauseVersion,
  archiveClause,
  createClause,
  getClause,
  listClauses,
  restoreClause,
  updateClause,
} from '../../src-shared/clauses/clauses-operations.ts'
import { makeWorkspace } from '../../test/support/make-workspace.ts'

const late = {
  title: '逾期付款违约金',
  category: '违约责任',
  text: '甲方逾期付款的，每逾期一日按应付金额的万分之五支付违约金。',
}

describe('the clause library', () => {
  it('keeps every version of a clause with who wrote it and why', async () => {
    await using desk = await makeWorkspace()
    const made = desk.run(createClause, late, desk.people.legal)
    const text = late.text.replace('万分之五', '万分之三')
    const revised = desk.run(
      addClauseVersion,
      { id: made.id, version: made.version, text, reason: '与主要客户协商一致下调' },
      desk.people.generalManager,
    )
    expect(revised).toMatchObject({ version: 2, no: 2 })
    const clause = desk.ask(getClause, { id: made.id })
    expect(clause).toMatchObject({ no: 2, text, versionId: revised.versionId })
    expect(clause.versions.map(({ no, reason, createdBy }) => [no, reason, createdBy])).toEqual([
      [2, '与主要客户协商一致下调', '陈总'],
      [1, '', '赵敏'],
    ])
    expect(clause.versions[1]!.text).toBe(late.text)
  })

  it('takes no revision without a reason or without a difference', async () => {
    await using desk = await makeWorkspace()
    const { id, version } = desk.run(createClause, late)
    expect(desk.refused(addClauseVersion, { id, version, text: '另一段', reason: ' ' }).code).toBe('input.invalid')
    expect(desk.refused(addClauseVersion, { id, version, text: late.text, reason: '校对' })).toEqual({
      code: 'clause.unchanged',
      params: { clause: late.title, no: 1 },
    })
  })

  it('has one clause of a title, unless the other is archived', async () => {
    await using desk = await makeWorkspace()
    const first = desk.run(createClause, late)
    expect(desk.refused(createClause, late)).toEqual({ code: 'clause.titleTaken', params: { title: late.title } })
    const archived = desk.run(archiveClause, { id: first.id, version: first.version })
    expect(desk.refused(addClauseVersion, { ...archived, text: '新文本', reason: '修订' }).code).toBe('clause.archived')
    desk.run(createClause, late)
    expect(desk.refused(restoreClause, archived).code).toBe('clause.titleTaken')
    const renamed = desk.run(updateClause, { ...archived, changes: { title: '逾期付款违约金（旧）' } })
    expect(desk.run(restoreClause, renamed).version).toBe(4)
  })

  it('is listed by pinyin and found by title, pinyin and the text of the current version', async () => {
    await using desk = await makeWorkspace()
    const { id, version } = desk.run(createClause, late)
    desk.run(createClause, { title: '保密义务', category: '通用', text: '双方对合作中知悉的商业秘密负有保密义务。' })
    const titles = (text?: string, category?: string) =>
      desk
        .ask(listClauses, { ...(text ? { text } : {}), ...(category ? { category } : {}) })
        .rows.map(({ title }) => title)
    expect(titles()).toEqual(['保密义务', '逾期付款违约金'])
    expect(titles('商业秘密')).toEqual(['保密义务'])
    expect(titles('yqfk')).toEqual(['逾期付款违约金'])
    expect(titles(undefined, '通用')).toEqual(['保密义务'])
    desk.run(addClauseVersion, { id, version, text: '改按银行同期贷款利率计息。', reason: '更改口径' })
    expect(titles('万分之五')).toEqual([])
    expect(titles('同期贷款')).toEqual(['逾期付款违约金'])
    const page = desk.ask(listClauses, { limit: 1 })
    expect(desk.ask(listClauses, { limit: 1, after: page.next }).rows.map(({ title }) => title)).toEqual([
      '逾期付款违约金',
    ])
  })

  it('is edited by legal, read by sales', async () => {
    await using desk = await makeWorkspace()
    expect(desk.refused(createClause, late, desk.people.sales).code).toBe('access.denied')
    desk.run(createClause, late, desk.people.legal)
    expect(desk.ask(listClauses, {}, desk.people.sales).total).toBe(1)
  })
})
