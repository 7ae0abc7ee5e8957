import { z } from 'zod'

/** 公章, 合同专用章, 财务专用章, 发票专用章. */
export const SealKind = z.enum(['official', 'contract', 'finance', 'invoice'])
export type SealKind = z.infer<typeof SealKind>
