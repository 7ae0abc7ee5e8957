import { z } from 'zod'
import { operationByName } from '../src-shared/rpc/registry.ts'

/** `qidan commands`: every operation with its kind, permission and sentence. */
export function commands({ schema, json }: { schema?: boolean; json?: boolean }): void {
  const list = [...operationByName.values()].map((operation) => ({
    name: operation.name,
    kind: operation.kind,
    permission: operation.permission,
    zh: operation.summary.zh,
    en: operation.summary.en,
    ...(schema ? { input: z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) } : {}),
  }))
  if (json || schema) process.stdout.write(`${JSON.stringify(list, null, 2)}\n`)
  else
    for (const each of list)
      process.stdout.write(`${each.kind.padEnd(8)}${each.name.padEnd(34)}${each.zh}  ${each.en}\n`)
}
