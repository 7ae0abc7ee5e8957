export const appScheme = 'qidan'
export const appOrigin = `${appScheme}://app`

/** Whether an address is a page of the app itself. */
export function isAppAddress(url: string): boolean {
  return url === appOrigin || url.startsWith(`${appOrigin}/`)
}

/** Whether an address may be handed to the system's browser or mail program: nothing that could start a program or open a file. */
export function mayOpenOutside(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, username, password } = new URL(url)
  return (protocol === 'https:' || protocol === 'mailto:') && username === '' && password === ''
}
