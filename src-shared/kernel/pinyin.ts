// Its dictionaries take 70 ms to load and 10 MB: import this file only where names are written or looked up, never from the kernel's other files.
import { customPinyin, pinyin } from 'pinyin-pro'

/** The readings of a name. */
export interface PinyinKeys {
  /** Letters run together: `hangzhou`; ü is v. */
  full: string
  /** First letters: `hz`. Latin words and digits stay whole. */
  initials: string
  /** For ordering: syllables apart, so that 西安 (`xi an`) stands before 先 (`xian`). */
  sort: string
}

/** Who bears the name: a person's first character is read as a surname (单 is Shan, 曾 Zeng), a company's or a place's is not (单县 aside). */
export type NameOf = 'person' | 'company'

// Where the library's dictionary reads a place or a trade otherwise than the people there do.
customPinyin({
  乐清: 'yuè qīng',
  什邡: 'shí fāng',
  喀什: 'kā shí',
  宕昌: 'tàn chāng',
  栟茶: 'bēn chá',
  歙县: 'shè xiàn',
  泌阳: 'bì yáng',
  浒墅关: 'xǔ shù guān',
  涡阳: 'guō yáng',
  珲春: 'hún chūn',
  穆棱: 'mù líng',
  筠连: 'jūn lián',
  蔚县: 'yù xiàn',
  郫县: 'pí xiàn',
  郫都: 'pí dū',
  都匀: 'dū yún',
  黄陂: 'huáng pí',
  给排水: 'jǐ pái shuǐ',
  便宜坊: 'biàn yí fāng',
  剥离: 'bō lí',
  粘胶: 'zhān jiāo',
  系泊: 'jì bó',
  薄膜: 'bó mó',
  轧辊: 'zhá gǔn',
  乐亭: 'lào tíng',
  乐陵: 'lào líng',
  单县: 'shàn xiàn',
  洪洞: 'hóng tóng',
  大埔: 'dà bù',
  繁峙: 'fán shì',
  浚县: 'xùn xiàn',
  会稽: 'kuài jī',
  六合区: 'lù hé qū',
  参茸: 'shēn róng',
  参行: 'shēn háng',
  车行: 'chē háng',
  药行: 'yào háng',
  米行: 'mǐ háng',
  布行: 'bù háng',
  交行: 'jiāo háng',
  建行: 'jiàn háng',
})

const compoundSurnames = /^(?:尉迟|万俟|单于|澹台|长孙)/u
const han = /^\p{Script=Han}+$/u

/**
 * Pinyin of one name (not of a document) for search and order: 杭州 → `hangzhou`, `hz`. Without `of`, two or three characters (four with a compound
 * surname that is read in its own way) are taken for a person's name, everything longer for a company's.
 */
export function pinyinKeys(name: string, of: NameOf = guess(name)): PinyinKeys {
  const syllables = syllablesOf(name, of)
  return {
    full: syllables.map(({ reading }) => reading).join(''),
    initials: syllables.map(({ reading, isHan }) => (isHan ? firstLetter(reading) : reading)).join(''),
    sort: syllables.map(({ reading }) => reading).join(' '),
  }
}

/**
 * The words to put into the full-text index beside a name, so that it is found by `hz` and by `hangzhou`. A short name is there under both readings, that of
 * a person and that of a company. Empty when the name has no Chinese character.
 */
export function pinyinSearchText(name: string): string {
  if (!/\p{Script=Han}/u.test(name)) return ''
  const kinds: NameOf[] = guess(name) === 'person' ? ['person', 'company'] : ['company']
  const words = kinds.flatMap((of) => {
    const { full, initials } = pinyinKeys(name, of)
    return [full, initials]
  })
  return [...new Set(words)].join(' ')
}

function guess(name: string): NameOf {
  const characters = [...name.trim()]
  if (!han.test(name.trim())) return 'company'
  if (characters.length === 2 || characters.length === 3) return 'person'
  return characters.length === 4 && compoundSurnames.test(name.trim()) ? 'person' : 'company'
}

// A rare character without a known reading stands for itself, and may be two code units long.
const firstLetter = (reading: string): string => [...reading][0] ?? ''

interface Syllable {
  reading: string
  isHan: boolean
}

function syllablesOf(name: string, of: NameOf): Syllable[] {
  // Latin words and numbers stay whole; brackets and dots only part them.
  const runs =
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu) ?? []
  return runs.flatMap((text, at): Syllable[] => {
    if (!han.test(text)) return [{ reading: text, isHan: false }]
    const surname = of === 'person' && at === 0 ? 'head' : 'off'
    return pinyin(text, { toneType: 'none', v: true, type: 'array', surname }).map((reading) => ({
      reading,
      isHan: true,
    }))
  })
}
