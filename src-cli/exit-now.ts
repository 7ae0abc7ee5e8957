let running = 0

/** Tells that a thread is at work; call what it returns when the thread has answered or ended. */
export function workGoesOn(): () => void {
  running += 1
  let over = false
  return () => {
    if (!over) running -= 1
    over = true
  }
}

/**
 * Ends the process with the code at once. `process.exit` waits for threads, and one that is typesetting cannot be stopped: then another
 * program takes the process's place (POSIX), or the process is ended from outside, which gives 1 (Windows).
 */
export function exitNow(code: number): never {
  if (running > 0) {
    if (process.execve !== undefined && process.platform !== 'win32') {
      process.removeAllListeners('warning')
      process.on('warning', () => {})
      process.execve('/bin/sh', ['sh', '-c', `exit ${code}`], {})
    }
    process.kill(process.pid, 'SIGKILL')
  }
  process.exit(code)
}
