import { defineWords } from '../lib/words.ts'

export const tableWords = defineWords(
  'table',
  {
    columns: '显示的列',
    resetColumns: '恢复默认',
    selectAll: '全选已加载的行',
    selectRow: '选择 {{name}}',
    selected: '已选 {{count}} 条',
  },
  {
    columns: 'Columns',
    resetColumns: 'Reset',
    selectAll: 'Select all loaded rows',
    selectRow: 'Select {{name}}',
    selected: '{{count}} selected',
  },
)
