import { useEffect, useRef } from 'react'

const takers: ((file: File) => void)[] = []

/** Gives a dropped Excel file to the screen that takes it, the one opened last; false when none does. */
export function giveSheet(file: File): boolean {
  const taker = takers.at(-1)
  taker?.(file)
  return taker !== undefined
}

/** While the component is shown and `take` is given, an Excel file dropped anywhere on the window comes to it. */
export function useSheetDrop(take: ((file: File) => void) | null): void {
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  const on = take !== null
  useEffect(() => {
    if (!on) return
    const taker = (file: File) => latest.current?.(file)
    takers.push(taker)
    return () => void takers.splice(takers.indexOf(taker), 1)
  }, [on])
}
