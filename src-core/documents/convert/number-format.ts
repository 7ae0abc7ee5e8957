import {
  capitalNumber,
  CHINESE_NUMBER_LIMIT,
  chineseDigits,
  chineseNumber,
  circledNumber,
  romanNumber,
} from '../../../src-shared/templates/chinese-numerals.ts'

const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'

/** A counter in one of WordprocessingML's number formats (ECMA-376 17.18.59); one we do not know is written in digits. */
export function formatCounter(n: number, format: string): string {
  switch (format) {
    case 'decimalZero':
      return String(n).padStart(2, '0')
    case 'upperRoman':
      return romanNumber(n)
    case 'lowerRoman':
      return romanNumber(n).toLowerCase()
    case 'upperLetter':
      return letters(n)
    case 'lowerLetter':
      return letters(n).toLowerCase()
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return counting(n, chineseNumber)
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return counting(n, capitalNumber)
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return chineseDigits(String(n))
    case 'ideographTraditional':
      return stems[(n - 1) % 10] ?? String(n)
    case 'ideographZodiac':
      return branches[(n - 1) % 12] ?? String(n)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return n >= 1 && n <= 50 ? circledNumber(n) : String(n)
    case 'decimalEnclosedParen':
      return n >= 1 && n <= 20 ? String.fromCodePoint(0x2474 + n - 1) : `(${n})`
    case 'decimalEnclosedFullstop':
      return n >= 1 && n <= 20 ? String.fromCodePoint(0x2488 + n - 1) : `${n}.`
    case 'ideographEnclosedCircle':
      return n >= 1 && n <= 10 ? String.fromCodePoint(0x3280 + n - 1) : `(${counting(n, chineseNumber)})`
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(n).replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
    case 'none':
      return ''
    case 'bullet':
      return '•'
    default:
      return String(n)
  }
}

/** A … Z, AA, BB …: Word doubles the letter. */
const letters = (n: number): string =>
  n < 1 ? String(n) : String.fromCodePoint(65 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1)

/** 11 → 十一, 105 → 一百零五; what has no words in digits. */
const counting = (n: number, words: (n: number) => string): string =>
  n === 0 ? '零' : n > 0 && n <= CHINESE_NUMBER_LIMIT ? words(n) : String(n)
