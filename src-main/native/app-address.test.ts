import { describe, expect, it } from 'vitest'
import { isAppAddress, mayOpenOutside } from './app-address.ts'

describe('addresses', () => {
  it.each(['qidan://app', 'qidan://app/contracts/1?tab=plan'])('%s is the app', (url) => {
    expect(isAppAddress(url)).toBe(true)
  })
  it.each(['qidan://application/', 'qidan://app.evil/', 'https://app/', 'file:///qidan://app/', ''])(
    '%s is not the app',
    (url) => {
      expect(isAppAddress(url)).toBe(false)
    },
  )
  it.each([
    'file:///etc/passwd',
    'smb://host/share',
    'javascript:alert(1)',
    'http://a.invalid',
    'https://u:p@a.invalid',
    'ms-settings:',
    '',
  ])('%s is not handed to the system', (url) => {
    expect(mayOpenOutside(url)).toBe(false)
  })
})
