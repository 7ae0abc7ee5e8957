import { defineWords } from '../lib/words.ts'

export const appearanceWords = defineWords(
  'appearance',
  {
    screen: '这台电脑上的显示',
    screenHint: '只影响这台电脑，立即生效。',
    language: '语言',
    theme: '外观',
    workspace: '整个工作区',
    workspaceHint: '所有人看到的时间都按这个时区显示。',
    timeZone: '时区',
    timeZoneSearch: '输入城市或地区名，如 Shanghai',
    timeZoneNone: '没有这个时区',
    now: '现在是 {{time}}',
    saved: '已改为 {{zone}}',
    readOnly: '只有管理员可以修改时区。',
  },
  {
    screen: 'On this computer',
    screenHint: 'Concerns this computer only, and holds at once.',
    language: 'Language',
    theme: 'Appearance',
    workspace: 'For the whole workspace',
    workspaceHint: 'Everyone sees times in this time zone.',
    timeZone: 'Time zone',
    timeZoneSearch: 'Type a city or region, such as Shanghai',
    timeZoneNone: 'No such time zone',
    now: 'It is {{time}} now',
    saved: 'Changed to {{zone}}',
    readOnly: 'Only an administrator may change the time zone.',
  },
)
