import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useErrorText } from '../lib/refusal-text.ts'
import { rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { orderWords } from './order-words.ts'

type Created = Awaited<ReturnType<(typeof rpc)['orders.create']>>

/** Saves a new order, confirms it when asked, and opens it; `saved` silences the warning about leaving. */
export function useSaveOrder(create: () => Promise<Created>, onSaved: () => void) {
  const t = useWords(orderWords)
  const errorText = useErrorText()
  const navigate = useNavigate()
  const [saved, setSaved] = useState(false)
  const save = useMutation({
    mutationFn: async ({ confirm }: { confirm: boolean }) => {
      const order = await create()
      // The order is made in any case; what stands in the way of confirming it is told beside it.
      if (confirm)
        await rpc['orders.confirm']({ id: order.id, version: order.version }).catch((error: unknown) =>
          notifications.show({ color: 'red', message: errorText(error) }),
        )
      return order
    },
    onSuccess: ({ id, number }) => {
      onSaved()
      setSaved(true)
      notifications.show({ message: t('saved', { number }) })
      // After the warning about leaving has heard that all is saved.
      setTimeout(() => void navigate({ to: '/orders/$id', params: { id } }))
    },
  })
  return { save, saved }
}
