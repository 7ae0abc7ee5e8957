import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { desktop } from './desktop.ts'
import { fileAddress } from './files.ts'
import { defineWords, useWords } from './words.ts'

const words = defineWords(
  'saveFile',
  { saved: '文件已保存', reveal: '打开所在文件夹' },
  { saved: 'The file is saved', reveal: 'Show it in its folder' },
)

/**
 * Saves a stored file under a name: in the desktop app by the system's dialog, and then says where it is; in a browser as a download, which the
 * browser shows itself.
 */
export async function saveFile(hash: string, name: string): Promise<void> {
  const safe = name.replaceAll(/[\p{Cc}/\\:*?"<>|]/gu, '_')
  if (desktop !== undefined) {
    const path = await desktop.saveFile({ hash, name: safe })
    if (path !== null) notifications.show({ id: `saved-${path}`, title: <Saved />, message: <Reveal path={path} /> })
    return
  }
  const link = document.createElement('a')
  link.href = fileAddress(hash, safe)
  link.download = safe
  document.body.append(link)
  link.click()
  link.remove()
}

function Saved() {
  return <>{useWords(words)('saved')}</>
}

function Reveal({ path }: { path: string }) {
  const t = useWords(words)
  return (
    <>
      <span style={{ overflowWrap: 'anywhere' }}>{path}</span>
      <Button
        display="block"
        mt={6}
        size="compact-sm"
        variant="default"
        onClick={() => {
          notifications.hide(`saved-${path}`)
          void desktop?.revealFile(path)
        }}
      >
        {t('reveal')}
      </Button>
    </>
  )
}
