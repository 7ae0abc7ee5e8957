import { z } from 'zod'
import { defineStatusTable } from '../kernel/status-table.ts'

export const ShipmentStatus = z.enum(['shipped', 'received', 'void'])
export type ShipmentStatus = z.infer<typeof ShipmentStatus>

export const shipmentStatuses = defineStatusTable({
  receive: { shipped: 'received' },
  void: { shipped: 'void' },
} satisfies Record<string, Partial<Record<ShipmentStatus, ShipmentStatus>>>)
