import { ActionIcon, Anchor, Button, Menu } from '@mantine/core'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { ContactRow, PartyDetail } from '../../src-shared/parties/parties-operations.ts'
import { askBefore } from '../components/action-dialog.tsx'
import { Section } from '../components/facts.tsx'
import { PlainTable, type PlainColumn } from '../components/plain-table.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { useRights } from '../lib/rights.ts'
import { rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { ContactDialog } from './contact-dialog.tsx'
import { partyWords } from './party-words.ts'

/** The people at a party, the one to call first on top. */
export function PartyContacts({ party }: { party: PartyDetail }) {
  const t = useWords(partyWords)
  const may = useRights()
  const [editing, setEditing] = useState<ContactRow | 'new' | null>(null)
  const remove = ({ id, version, name }: ContactRow) =>
    askBefore({
      title: t('contacts.removeTitle', { name }),
      text: t('contacts.removeText'),
      confirm: t('contacts.remove'),
      danger: true,
      run: () => rpc['parties.removeContact']({ id, version }),
    })
  const columns: PlainColumn<ContactRow>[] = [
    {
      key: 'name',
      label: t('contacts.name'),
      render: (contact) => (
        <>
          {contact.name} {contact.isPrimary && <StatusBadge tone="force" label={t('contacts.isPrimary')} />}
        </>
      ),
    },
    { key: 'position', label: t('contacts.position'), render: ({ position }) => position },
    { key: 'mobile', label: t('contacts.mobile'), render: ({ mobile }) => mobile },
    { key: 'phone', label: t('contacts.phone'), render: ({ phone }) => phone },
    {
      key: 'email',
      label: t('contacts.email'),
      render: ({ email }) =>
        email === '' ? null : (
          <Anchor href={`mailto:${email}`} fz="inherit">
            {email}
          </Anchor>
        ),
    },
    ...(may('parties.edit')
      ? [
          {
            key: 'menu',
            label: '',
            align: 'end' as const,
            width: 56,
            render: (contact: ContactRow) => (
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon size="sm" aria-label={t('contacts.actions', { name: contact.name })}>
                    <IconDots size={16} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => setEditing(contact)}>{t('edit')}</Menu.Item>
                  <Menu.Item onClick={() => remove(contact)} c="var(--tone-late-text)">
                    {t('contacts.remove')}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            ),
          },
        ]
      : []),
  ]
  return (
    <Section
      flush
      title={t('sections.contacts')}
      actions={
        may('parties.edit') && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setEditing('new')}
          >
            {t('contacts.add')}
          </Button>
        )
      }
    >
      <PlainTable label={t('sections.contacts')} columns={columns} rows={party.contacts} empty={t('contacts.empty')} />
      {editing !== null && (
        <ContactDialog
          partyId={party.id}
          contact={editing === 'new' ? null : editing}
          first={party.contacts.length === 0}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  )
}
