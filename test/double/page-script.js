/* Put into every document before its own scripts. In the main world it receives what contextBridge exposes; in the isolated world it is
   ipcRenderer and contextBridge, and runs the preload. The two worlds speak by events on the document, as they share nothing else. */
export function pageScript(world, info, preload) {
  const toBase64 = (bytes) => {
    let text = ''
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768))
    return btoa(text)
  }
  const encode = (value) =>
    value === undefined
      ? '{"$undefined":1}'
      : JSON.stringify(value, (_key, each) =>
          each instanceof ArrayBuffer
            ? { $bytes: toBase64(new Uint8Array(each)) }
            : ArrayBuffer.isView(each)
              ? { $bytes: toBase64(new Uint8Array(each.buffer, each.byteOffset, each.byteLength)) }
              : typeof each === 'bigint'
                ? { $bigint: String(each) }
                : each,
        )
  const decode = (text) => {
    const value = JSON.parse(text, (_key, each) =>
      typeof each?.$bytes === 'string'
        ? Uint8Array.from(atob(each.$bytes), (c) => c.charCodeAt(0))
        : typeof each?.$bigint === 'string'
          ? BigInt(each.$bigint)
          : each,
    )
    return value?.$undefined === 1 ? undefined : value
  }
  const clone = (value) => {
    try {
      return structuredClone(value)
    } catch {
      throw new Error('An object could not be cloned.')
    }
  }
  const tell = (type, detail) => document.dispatchEvent(new CustomEvent(`double:${type}`, { detail }))
  const listen = (type, listener) =>
    document.addEventListener(`double:${type}`, (event) => {
      event.stopImmediatePropagation()
      listener(event.detail)
    })

  if (world === 'main') {
    const callbacks = new Map()
    const waiting = new Map()
    let last = 0
    listen('callback', ({ id, args }) => callbacks.get(id)?.(...args))
    listen('settle', ({ id, ok, value }) => {
      const { resolve, reject } = waiting.get(id)
      waiting.delete(id)
      if (ok) resolve(value)
      else reject(new Error(value))
    })
    const argument = (value) =>
      typeof value === 'function'
        ? (callbacks.set((last += 1), value), { callback: last })
        : { value: structuredClone(value) }
    const call = (id, args) => {
      let answer
      const onReturn = (event) => (answer = event.detail)
      document.addEventListener('double:return', onReturn)
      tell('call', { id, args: args.map(argument) })
      document.removeEventListener('double:return', onReturn)
      if (answer.error !== undefined) throw new Error(answer.error)
      if (answer.callable !== undefined) return (...given) => call(answer.callable, given)
      if (answer.promise === undefined) return answer.value
      return new Promise((resolve, reject) => waiting.set(answer.promise, { resolve, reject }))
    }
    const revive = (shape) => {
      if ('value' in shape) return shape.value
      if ('callable' in shape) return (...args) => call(shape.callable, args)
      return Object.freeze(Object.fromEntries(Object.entries(shape.members).map(([key, each]) => [key, revive(each)])))
    }
    listen('expose', ({ key, api }) => {
      if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object')
      Object.defineProperty(window, key, { value: revive(api), enumerable: true })
    })
    // Pages open windows only through the app's handler, which may say no.
    window.open = (url = '') => (tell('open', new URL(url, location.href).href), null)
    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[target=_blank]') : null
      if (link === null) return
      event.preventDefault()
      tell('open', link.href)
    })
    return
  }

  const post = (message) => window.electronDouble(encode(message))
  const exposed = []
  let promises = 0
  const expose = (callable) => exposed.push(callable) - 1
  const answer = (value) => {
    if (typeof value === 'function') return tell('return', { callable: expose(value) })
    if (typeof value?.then !== 'function') return tell('return', { value: structuredClone(value) })
    const id = (promises += 1)
    tell('return', { promise: id })
    value.then(
      (settled) => tell('settle', { id, ok: true, value: structuredClone(settled) }),
      (error) => tell('settle', { id, ok: false, value: String(error?.message ?? error) }),
    )
  }
  listen('call', ({ id, args }) => {
    const given = args.map(({ callback, value }) =>
      callback === undefined ? value : (...back) => tell('callback', { id: callback, args: structuredClone(back) }),
    )
    try {
      answer(exposed[id](...given))
    } catch (error) {
      tell('return', { error: String(error?.message ?? error) })
    }
  })
  listen('open', (url) => post({ kind: 'open', url }))
  const describe = (value) =>
    typeof value === 'function'
      ? { callable: expose(value) }
      : value && Object.getPrototypeOf(value) === Object.prototype
        ? { members: Object.fromEntries(Object.entries(value).map(([key, each]) => [key, describe(each)])) }
        : { value: structuredClone(value) }

  const listeners = new Map()
  const invocations = new Map()
  const ports = new Map()
  let sequence = 0
  const bridge = (port, id) => {
    ports.set(id, port)
    port.addEventListener('message', ({ data }) => post({ kind: 'port', id, data }))
    port.addEventListener('close', () => post({ kind: 'portClosed', id }))
    port.start()
  }
  const ipcRenderer = {
    send: (channel, ...args) => post({ kind: 'send', channel, args: clone(args) }),
    invoke: (channel, ...args) =>
      new Promise((resolve, reject) => {
        const id = (sequence += 1)
        invocations.set(id, { resolve, reject })
        post({ kind: 'invoke', id, channel, args: clone(args) })
      }).catch((error) => {
        throw new Error(`Error invoking remote method '${channel}': ${error}`)
      }),
    postMessage: (channel, message, transfer = []) =>
      post({
        kind: 'post',
        channel,
        message: clone(message),
        ports: transfer.map((port) => {
          const id = `page${(sequence += 1)}.${Math.random()}`
          bridge(port, id)
          return id
        }),
      }),
    on: (channel, listener) => (listeners.set(channel, [...(listeners.get(channel) ?? []), listener]), ipcRenderer),
    off: (channel, listener) => (
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((each) => each !== listener),
      ),
      ipcRenderer
    ),
  }
  window.electronDoubleIn = (text) => {
    const message = decode(text)
    switch (message.kind) {
      case 'reply': {
        const { resolve, reject } = invocations.get(message.id)
        invocations.delete(message.id)
        return message.ok ? resolve(message.value) : reject(message.value)
      }
      case 'port':
        return ports.get(message.id)?.postMessage(message.data)
      case 'portClosed':
        return ports.get(message.id)?.close()
      case 'emit': {
        const received = message.ports.map((id) => {
          const { port1, port2 } = new MessageChannel()
          bridge(port1, id)
          return port2
        })
        for (const listener of listeners.get(message.channel) ?? [])
          listener({ sender: ipcRenderer, senderId: 0, ports: received }, ...message.args)
      }
    }
  }
  const contextBridge = { exposeInMainWorld: (key, api) => tell('expose', { key, api: describe(api) }) }
  const modules = { electron: { contextBridge, ipcRenderer } }
  const module = { exports: {} }
  // As in a sandboxed preload, nothing but these can be required. Frames within the page get no preload.
  const require = (name) => {
    if (modules[name] === undefined) throw new Error(`module not found: ${name}`)
    return modules[name]
  }
  if (window === window.top)
    preload(require, module, module.exports, { ...info, type: 'renderer', sandboxed: true, contextIsolated: true })
}
