import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useColumnLayout } from './column-layout.ts'
import type { Column } from './data-table.tsx'
import { tableWords } from './table-words.ts'
import { useWords } from '../lib/words.ts'

/** Which columns a table shows; the first one always stays. */
export function ColumnMenu<Row>({ name, columns }: { name: string; columns: readonly Column<Row>[] }) {
  const t = useWords(tableWords)
  const layout = useColumnLayout(name, columns)
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('columns')}>
          <ActionIcon variant="default" size={30} aria-label={t('columns')}>
            <IconColumns3 size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.slice(1).map((column) => (
          <Menu.CheckboxItem
            key={column.key}
            checked={layout.isShown(column.key)}
            onChange={() => layout.toggle(column.key)}
          >
            {column.label}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={layout.reset}>{t('resetColumns')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
