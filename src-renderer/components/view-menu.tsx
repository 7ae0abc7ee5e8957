import { ActionIcon, Button, CloseButton, Group, Menu, Modal, Stack, Text, TextInput, Tooltip } from '@mantine/core'
import { IconBookmark } from '@tabler/icons-react'
import { useState } from 'react'
import { useSavedViews } from '../lib/saved-views.ts'
import { defineWords, useWords } from '../lib/words.ts'

const words = defineWords(
  'views',
  {
    menu: '视图',
    own: '我的视图',
    none: '还没有保存的视图',
    save: '保存当前筛选为视图',
    name: '视图名称',
    remove: '删除视图“{{name}}”',
    confirm: '保存',
    cancel: '取消',
  },
  {
    menu: 'Views',
    own: 'My views',
    none: 'No saved views yet',
    save: 'Save these filters as a view',
    name: 'Name of the view',
    remove: 'Remove the view “{{name}}”',
    confirm: 'Save',
    cancel: 'Cancel',
  },
)

interface ViewMenuProps<S> {
  /** Names the list whose views these are. */
  list: string
  /** Views everyone has. */
  ready: readonly { name: string; search: S }[]
  search: S
  onView(search: S): void
}

/** Ready views and one's own: each is a set of filters and an order, opened by a click. */
export function ViewMenu<S>({ list, ready, search, onView }: ViewMenuProps<S>) {
  const t = useWords(words)
  const { views, save, remove } = useSavedViews<S>(list)
  const [naming, setNaming] = useState(false)
  const [name, setName] = useState('')
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Tooltip label={t('menu')}>
            <ActionIcon variant="default" size={30} aria-label={t('menu')}>
              <IconBookmark size={16} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {ready.map((view) => (
            <Menu.Item key={view.name} onClick={() => onView(view.search)}>
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label>{t('own')}</Menu.Label>
          {views.length === 0 && (
            <Text fz={13} c="dimmed" px={12} pb={8}>
              {t('none')}
            </Text>
          )}
          {views.map((view) => (
            <Group key={view.name} gap={0} wrap="nowrap">
              <Menu.Item onClick={() => onView(view.search)}>{view.name}</Menu.Item>
              <CloseButton size="sm" aria-label={t('remove', { name: view.name })} onClick={() => remove(view.name)} />
            </Group>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setNaming(true)}>{t('save')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={naming} onClose={() => setNaming(false)} title={t('save')} withCloseButton={false} size="sm">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() === '') return
            save(name.trim(), search)
            setNaming(false)
            setName('')
          }}
        >
          <Stack>
            <TextInput
              label={t('name')}
              required
              maxLength={40}
              data-autofocus
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setNaming(false)}>
                {t('cancel')}
              </Button>
              <Button type="submit">{t('confirm')}</Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  )
}
