export interface DocumentEngine {
  close(): Promise<void>
}
