import { describe, expect, it } from 'vitest'
import { windowPlace } from './window-place.ts'

const left = { x: 0, y: 0, width: 1920, height: 1040 }
const right = { x: 1920, y: 0, width: 1280, height: 984 }

describe('where the window opens', () => {
  it('stands in the middle the first time', () => {
    expect(windowPlace(null, [left])).toEqual({ x: 280, y: 90, width: 1360, height: 860 })
  })

  it('is where it was left, on the second display too', () => {
    const place = { x: 1980, y: 40, width: 1000, height: 800 }
    expect(windowPlace(place, [left, right])).toEqual(place)
  })

  it('comes back to the first display when its own was taken away', () => {
    expect(windowPlace({ x: 1980, y: 40, width: 1000, height: 800 }, [left])).toEqual({
      x: 460,
      y: 120,
      width: 1000,
      height: 800,
    })
  })

  it('fits a display that has become smaller', () => {
    expect(
      windowPlace({ x: 100, y: 100, width: 1900, height: 1000 }, [right, { ...left, width: 1280, height: 700 }]),
    ).toEqual({ x: 0, y: 0, width: 1280, height: 700 })
  })
})
