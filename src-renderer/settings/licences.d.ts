/** Made by the build out of the installed packages. */
declare module 'virtual:licences' {
  export const licences: readonly {
    name: string
    version: string
    licence: string
    text: string
    font: boolean
  }[]
}
