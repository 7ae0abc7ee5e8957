import { describe, expect, it } from 'vitest'
import { RoleName, rolePermissions } from '../src-shared/access/roles.ts'
import { operationByName, operations } from '../src-shared/rpc/registry.ts'
import { commandHandlers, queryHandlers, taskHandlers } from './registry.ts'

const kindOf = (definition: { kind: string; name: string }) => `${definition.kind} ${definition.name}`
const handlers = [...commandHandlers.values(), ...queryHandlers.values(), ...taskHandlers.values()]

describe('the registry of operations', () => {
  it('has a handler for every definition and a definition for every handler', () => {
    expect(handlers.map(({ definition }) => kindOf(definition)).toSorted()).toEqual(operations.map(kindOf).toSorted())
  })

  it('gives each handler the very definition that hosts serve', () => {
    for (const { definition } of handlers) expect(operationByName.get(definition.name)).toBe(definition)
  })

  it('names every operation once, as area.verbNoun', () => {
    const names = operations.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[a-z][a-zA-Z]+\.[a-z][a-zA-Z]+$/)
  })

  it('says in one sentence of each language what an operation does', () => {
    const unclear = operations.filter(
      ({ summary: { zh, en } }) =>
        !/^\p{Script=Han}[^\n]{1,60}$/u.test(zh) || !/^[A-Z][^\n\u3000-\u9fff]{3,100}[^.]$/u.test(en),
    )
    expect(unclear.map(({ name }) => name)).toEqual([])
  })

  it('asks for permissions that some role holds without holding everything', () => {
    const held = RoleName.options
      .flatMap((role) => rolePermissions[role])
      .filter((permission) => permission !== '*.*' && permission !== '*.read')
    const unheld = operations.filter(
      ({ permission }) => !held.includes(permission) && !held.includes(`${permission.split('.')[0]}.*`),
    )
    expect(unheld.map(({ name, permission }) => `${name}: ${permission}`)).toEqual([])
  })
})
