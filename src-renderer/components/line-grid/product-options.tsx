import { Popover, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { priceText } from '../../lib/price-text.ts'
import type { ProductRow } from '../../../src-shared/products/products-operations.ts'
import { useRights } from '../../lib/rights.ts'
import { wire } from '../../lib/rpc.ts'
import { useWords } from '../../lib/words.ts'
import { gridWords } from './grid-words.ts'
import classes from './product-options.module.css'

/** Products for what is typed into a product cell: `null` stands for making a new one. */
export function useProductOptions(text: string | null): (ProductRow | null)[] {
  const may = useRights()
  const [asked] = useDebouncedValue(text?.trim() ?? '', 80)
  const { data } = useQuery({
    ...wire['products.list'].queryOptions({ input: { ...(asked === '' ? {} : { text: asked }), limit: 8 } }),
    enabled: text !== null,
    placeholderData: keepPreviousData,
  })
  if (text === null) return []
  return [...(data?.rows ?? []), ...(may('products.edit') && text.trim() !== '' ? [null] : [])]
}

interface ProductOptionsProps {
  id: string
  label: string
  text: string
  options: (ProductRow | null)[]
  /** Option under the keyboard, -1 for none. */
  at: number
  onPick(option: ProductRow | null): void
  children: ReactNode
}

/** The list under a product cell; the keyboard stays in the cell. */
export function ProductOptions({ id, label, text, options, at, onPick, children }: ProductOptionsProps) {
  const t = useWords(gridWords)
  return (
    <Popover
      opened={options.length > 0}
      position="bottom-start"
      offset={2}
      shadow="md"
      trapFocus={false}
      returnFocus={false}
      withRoles={false}
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown p={4}>
        <div id={id} role="listbox" aria-label={label} tabIndex={-1} className={classes.list}>
          {options.map((option, index) => (
            <div
              key={option?.id ?? '+'}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={classes.option}
              // The cell keeps the keyboard.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(option)}
              onKeyDown={() => {}}
            >
              {option === null ? (
                <Text span fz={13} c="teal" className={classes.create ?? ''}>
                  <IconPlus size={14} aria-hidden />
                  {t('createProduct', { text: text.trim() })}
                </Text>
              ) : (
                <>
                  <Text span fz={13} truncate>
                    {option.name}
                    <Text span fz={12} c="dimmed" ml={8}>
                      {option.specification}
                    </Text>
                  </Text>
                  <Text span fz={12} c="dimmed" className={classes.price ?? ''}>
                    {option.code} · {priceText(option.unitPrice)}/{option.unit}
                  </Text>
                </>
              )}
            </div>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
