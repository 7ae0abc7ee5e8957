let waiting: File | null = null

/** A file dropped on the window, on its way to the screen that takes it. */
export const droppedFile = {
  put(file: File) {
    waiting = file
  },
  /** The file, once; null when none waits. */
  take(): File | null {
    const file = waiting
    waiting = null
    return file
  },
}
