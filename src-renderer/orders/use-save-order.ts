import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useErrorText } from '../lib/refusal-text.ts'
import { rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { orderWords } from './order-words.ts'

type Created = Awaited<ReturnType<(typeof rpc)['orders.create']>>

/** Saves a new order, confirms it when asked, and opens it. */
export function useSaveOrder(create: () => Promise<Created>, done: (then: () => void) => void) {
  const t = useWords(orderWords)
  const errorText = useErrorText()
  const navigate = useNavigate()
  return useMutation({
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
      notifications.show({ message: t('saved', { number }) })
      done(() => void navigate({ to: '/orders/$id', params: { id } }))
    },
  })
}
