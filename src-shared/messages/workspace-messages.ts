import type { Messages } from './message.ts'

/** The workspace's folder and databases, the host that serves it, files on this computer. */
export const workspaceMessages = {
  'workspace.missing': {
    zh: '文件夹 {dir} 里没有工作区。请检查路径，或用 init 新建一个。',
    en: 'There is no workspace in {dir}. Check the path, or make one with init.',
  },
  'workspace.exists': {
    zh: '文件夹 {dir} 里已经有一个工作区，没有改动它。请另选一个文件夹，或直接打开它。',
    en: 'There is a workspace in {dir} already; it was left as it is. Choose another folder, or open that one.',
  },
  'workspace.folderNotEmpty': {
    zh: '文件夹 {dir} 里已有其他文件。工作区需要一个空文件夹，请另选一个。',
    en: 'The folder {dir} has other files in it. A workspace needs an empty folder; choose another one.',
  },
  'workspace.passphraseTooShort': {
    zh: '口令太短：至少 {minimum} 个字符。请换一个更长的口令。',
    en: 'The passphrase is too short: it needs at least {minimum} characters. Choose a longer one.',
  },
  'workspace.wrongPassphrase': {
    zh: '口令或恢复密钥不正确。请重新输入；忘记口令时可用恢复密钥打开。',
    en: 'The passphrase or recovery key is wrong. Enter it again; if the passphrase is forgotten, use the recovery key.',
  },
  'workspace.inUse': {
    zh: ({ process }) =>
      typeof process === 'number'
        ? '工作区 {dir} 正被另一个程序使用（进程 {process}）。请先关闭那个程序再打开。'
        : '工作区 {dir} 正被另一个程序使用。请先关闭那个程序再打开。',
    en: ({ process }) =>
      typeof process === 'number'
        ? 'The workspace {dir} is in use by another program (process {process}). Close that one first.'
        : 'The workspace {dir} is in use by another program. Close that one first.',
  },
  'workspace.damaged': {
    zh: '工作区文件 {file} 已损坏，无法读取（{detail}）。请不要再写入，用最近的备份恢复。',
    en: 'The workspace file {file} is damaged and cannot be read ({detail}). Stop writing to it and restore the last backup.',
  },
  'workspace.readFailed': {
    zh: '读写工作区文件 {file} 失败（{detail}）：文件内容被改动过，或磁盘有故障。请检查磁盘，并用最近的备份恢复。',
    en: 'Reading or writing the workspace file {file} failed ({detail}): it was altered, or the disk is faulty. Check the disk and restore the last backup.',
  },
  'workspace.writeFailed': {
    zh: '{file} 写不进去（{detail}）：空间配额可能已用完，或磁盘有故障。这一步没有保存，之前的数据完好。请腾出空间或检查磁盘后重做。',
    en: '{file} could not be written ({detail}): the space allowed may be used up, or the disk is faulty. This step was not saved, everything before it is sound. Free some space or check the disk and do it again.',
  },
  'workspace.diskFull': {
    zh: '磁盘已满，{file} 写不进去。这一步没有保存，之前的数据完好。请腾出空间后重做。',
    en: 'The disk is full: {file} could not grow. This step was not saved, everything before it is sound. Free some space and do it again.',
  },
  'workspace.readOnly': {
    zh: '{file} 不允许写入。请检查文件夹的权限，或把工作区移到可写的位置。',
    en: '{file} cannot be written. Check the rights of the folder, or move the workspace to a place you may write to.',
  },
  'workspace.busy': {
    zh: '{file} 正被别的程序占用。请稍候重试；若一直如此，请关闭同步或杀毒软件对该文件夹的扫描。',
    en: '{file} is held by another program. Wait and try again; if it stays so, exclude the folder from sync or virus scanning.',
  },
  'workspace.newer': {
    zh: '工作区由更新版本的契单写成（{migration}），没有改动它。请先升级程序再打开。',
    en: 'The workspace was written by a later version of Qidan ({migration}); it was left as it is. Update the program first.',
  },
  'workspace.notDurable': {
    zh: '{file} 所在的磁盘不支持可靠写入（模式 {mode}），断电会丢数据。请把工作区放到本机磁盘上，不要放在网络共享里。',
    en: 'The disk of {file} does not support reliable writing (mode {mode}); a power cut would lose data. Keep the workspace on a local disk, not on a network share.',
  },
  'seed.notEmpty': {
    zh: '工作区 {dir} 里已有记录，不能再填入生成的数据。请另建一个工作区。',
    en: 'The workspace {dir} has records already and takes no generated ones. Make another workspace.',
  },
  'host.locked': {
    zh: '工作区已锁定。请先输入口令打开。',
    en: 'The workspace is locked. Open it with its passphrase first.',
  },
  'host.keychainUnsafe': {
    zh: '这台电脑没有可靠的钥匙串，不能记住口令。请每次启动时输入口令。',
    en: 'This computer has no keychain to trust, so the passphrase cannot be remembered. Enter it at each start.',
  },
  'host.samplePassphrase': {
    zh: '示例数据没有口令可改。请先离开示例，打开自己的工作区。',
    en: 'The sample data have no passphrase to change. Leave them and open your own workspace first.',
  },
  'host.notSignedIn': {
    zh: '尚未选择人员。请先选择以谁的身份工作。',
    en: 'Nobody is signed in. Choose who is working first.',
  },
  'file.missing': {
    zh: '工作区里找不到文件（{hash}）。请重新上传；若它本应存在，请运行 check 检查工作区。',
    en: 'The file ({hash}) is not in the workspace. Upload it again; if it should be there, check the workspace with check.',
  },
  'file.damaged': {
    zh: '文件（{hash}）的内容与登记时不一致，已拒绝使用。请用备份恢复，并运行 check 查看影响范围。',
    en: 'The content of the file ({hash}) is not what was stored; it was not used. Restore it from a backup, and run check to see what else is affected.',
  },
  'file.empty': {
    zh: '文件“{name}”是空的，没有添加。请检查后重新选择。',
    en: 'The file “{name}” is empty and was not attached. Check it and choose it again.',
  },
  'file.attachedAlready': {
    zh: '同样内容的文件已作为“{name}”添加在这里，无需再次添加。',
    en: 'A file with the same content is attached here already as “{name}”.',
  },
  'file.keptWithContract': {
    zh: '合同已是“{stage:stage}”，附件“{name}”须随合同留存，不能移除。',
    en: 'The contract is {stage:stage}; its attachment “{name}” stays with it and cannot be removed.',
  },
  'io.ENOENT': {
    zh: '找不到 {path}。请检查文件名和所在文件夹。',
    en: '{path} was not found. Check the name and the folder.',
  },
  'io.EACCES': {
    zh: '没有权限读写 {path}。请检查文件权限，或换一个位置。',
    en: 'There is no right to read or write {path}. Check its permissions, or choose another place.',
  },
  'io.EPERM': {
    zh: '系统不允许读写 {path}。请检查文件权限，或换一个位置。',
    en: 'The system does not allow reading or writing {path}. Check its permissions, or choose another place.',
  },
  'io.EROFS': {
    zh: '{path} 所在的磁盘是只读的。请换一个可写的位置。',
    en: '{path} is on a read-only disk. Choose a place that can be written.',
  },
  'io.EISDIR': {
    zh: '{path} 是文件夹，不是文件。请给出文件名。',
    en: '{path} is a folder, not a file. Name a file.',
  },
  'io.ENOTDIR': {
    zh: '{path} 的路径中有一段不是文件夹。请检查路径。',
    en: 'Part of the path {path} is no folder. Check the path.',
  },
  'io.EEXIST': {
    zh: '{path} 已经存在，没有改动它。请换一个名称。',
    en: '{path} exists already; it was left as it is. Choose another name.',
  },
  'io.EMFILE': {
    zh: '打开的文件太多，{path} 打不开。请关闭一些程序后重试。',
    en: 'Too many files are open, {path} could not be opened. Close some programs and try again.',
  },
  'io.ENOSPC': {
    zh: '磁盘已满，{path} 没有写成，也没有留下半个文件。请腾出空间后重试。',
    en: 'The disk is full: {path} was not written, and no half file was left. Free some space and try again.',
  },
  'io.EFBIG': {
    zh: '{path} 超出了允许的文件大小，没有写成，也没有留下半个文件。请换一个位置或放宽限制。',
    en: '{path} is larger than a file may be here: it was not written, and no half file was left. Choose another place or raise the limit.',
  },
  'io.EDQUOT': {
    zh: '磁盘配额已用完，{path} 没有写成，也没有留下半个文件。请清理后重试。',
    en: 'The disk quota is used up: {path} was not written, and no half file was left. Make room and try again.',
  },
} satisfies Messages
