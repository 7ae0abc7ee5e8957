export type CommandKind =
  | 'INS'
  | 'FOR'
  | 'END-FOR'
  | 'IF'
  | 'END-IF'
  | 'IMAGE'
  | 'SEAL'
  | 'SIGN'
  | 'forbidden'
  | 'empty'

const known = /^(FOR|END-FOR|IF|END-IF|IMAGE|SEAL|SIGN|INS)(?:\s+(.*))?$/su

/** Commands of the engine below that run code, fetch or insert foreign markup. */
const forbidden = /^(EXEC|HTML|LINK|QUERY|ALIAS|CMD_NODE)\b|^[!*]/u

/** What a command is, and what follows its word. Everything that is no command's word is a field. */
export function readCommand(code: string): { kind: CommandKind; rest: string } {
  if (code === '') return { kind: 'empty', rest: '' }
  const bad = forbidden.exec(code)
  if (bad !== null) return { kind: 'forbidden', rest: bad[0] }
  const match = known.exec(code)
  if (match !== null) return { kind: match[1] as CommandKind, rest: (match[2] ?? '').trim() }
  return { kind: 'INS', rest: code.startsWith('=') ? code.slice(1).trim() : code }
}
