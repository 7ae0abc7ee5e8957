const chineseDigits = '零一二三四五六七八九'
const legalDigits = '零壹贰叁肆伍陆柒捌玖'
const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'

/** A counter in one of WordprocessingML's number formats (ECMA-376 17.18.59); one we do not know is written in digits. */
export function formatCounter(n: number, format: string): string {
  switch (format) {
    case 'decimalZero':
      return String(n).padStart(2, '0')
    case 'upperRoman':
      return roman(n)
    case 'lowerRoman':
      return roman(n).toLowerCase()
    case 'upperLetter':
      return letters(n)
    case 'lowerLetter':
      return letters(n).toLowerCase()
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return counting(n, chineseDigits, ['', '十', '百', '千'])
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return counting(n, legalDigits, ['', '拾', '佰', '仟'])
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return String(n).replaceAll(/\d/g, (digit) => (digit === '0' ? '〇' : chineseDigits[Number(digit)]!))
    case 'ideographTraditional':
      return stems[(n - 1) % 10] ?? String(n)
    case 'ideographZodiac':
      return branches[(n - 1) % 12] ?? String(n)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return circled(n)
    case 'decimalEnclosedParen':
      return n >= 1 && n <= 20 ? String.fromCodePoint(0x2474 + n - 1) : `(${n})`
    case 'decimalEnclosedFullstop':
      return n >= 1 && n <= 20 ? String.fromCodePoint(0x2488 + n - 1) : `${n}.`
    case 'ideographEnclosedCircle':
      return n >= 1 && n <= 10
        ? String.fromCodePoint(0x3280 + n - 1)
        : `(${counting(n, chineseDigits, ['', '十', '百', '千'])})`
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

function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n)
  const parts: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = n
  return parts
    .map(([value, sign]) => {
      const times = Math.floor(rest / value)
      rest -= times * value
      return sign.repeat(times)
    })
    .join('')
}

/** A … Z, AA, BB …: Word doubles the letter. */
const letters = (n: number): string =>
  n < 1 ? String(n) : String.fromCodePoint(65 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1)

function circled(n: number): string {
  if (n >= 1 && n <= 20) return String.fromCodePoint(0x2460 + n - 1)
  if (n >= 21 && n <= 35) return String.fromCodePoint(0x3251 + n - 21)
  if (n >= 36 && n <= 50) return String.fromCodePoint(0x32b1 + n - 36)
  return String(n)
}

/** 11 → 十一, 105 → 一百零五; up to 9999, beyond in digits. */
function counting(n: number, digits: string, units: string[]): string {
  if (n === 0) return digits[0]!
  if (n < 0 || n > 9999) return String(n)
  const figures = [...String(n)].map(Number)
  let text = ''
  figures.forEach((figure, i) => {
    const unit = units[figures.length - 1 - i]!
    if (figure !== 0) text += digits[figure]! + unit
    else if (!text.endsWith(digits[0]!) && figures.slice(i).some((later) => later !== 0)) text += digits[0]!
  })
  // 十一, not 一十一, where the counting is the plain one.
  return units[1] === '十' && n >= 10 && n < 20 ? text.slice(1) : text
}
