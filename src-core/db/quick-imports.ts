import { registerHooks, type ResolveFnOutput } from 'node:module'

/**
 * drizzle-orm's package.json lists 180 KB of exports, and Node reads it anew for each of the package's files and for each import of it: two
 * seconds of every start. What is known about its files is answered here: they are ES modules, and relative names are relative.
 */
const inPackage = /\/node_modules\/drizzle-orm\//
const known = new Map<string, ResolveFnOutput>()

registerHooks({
  resolve(specifier, context, next) {
    const { parentURL } = context
    if (specifier.startsWith('.') && parentURL !== undefined && inPackage.test(parentURL))
      return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true }
    if (!/^drizzle-orm(\/|$)/.test(specifier) || context.conditions.includes('require')) return next(specifier, context)
    let found = known.get(specifier)
    if (found === undefined)
      known.set(specifier, (found = { ...next(specifier, context), format: 'module', shortCircuit: true }))
    return found
  },
})
