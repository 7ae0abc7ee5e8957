import type { DesktopBridge } from '../../src-shared/rpc/desktop-bridge.ts'

declare global {
  interface Window {
    qidan?: DesktopBridge
  }
}

/** What the preload script offers inside the desktop app; undefined in a browser. */
export const desktop: DesktopBridge | undefined = window.qidan
