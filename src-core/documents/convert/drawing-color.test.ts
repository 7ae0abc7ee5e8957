import { describe, expect, it } from 'vitest'
import type { Docx } from '../docx/open-docx.ts'
import { parseXml } from '../docx/xml.ts'
import { drawingColor } from './drawing-color.ts'

const a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
const parse = (xml: string) => parseXml(new TextEncoder().encode(xml))
const withTheme = (theme: string) =>
  ({
    mainPart: 'word/document.xml',
    relationships: () => new Map([['r1', { type: 'http://x/theme', target: 'theme', external: false }]]),
    xml: () => parse(`<a:theme ${a}><a:themeElements><a:clrScheme>${theme}</a:clrScheme></a:themeElements></a:theme>`),
  }) as unknown as Docx
const docx = withTheme('<a:accent1><a:srgbClr val="336699"/></a:accent1><a:lt1><a:sysClr lastClr="FEFEFE"/></a:lt1>')
const color = (inner: string, placeholder?: string) =>
  drawingColor(docx, parse(`<a:solidFill ${a}>${inner}</a:solidFill>`), placeholder)

describe('colours of drawings', () => {
  it('are written out, named, or the theme’s', () => {
    expect(color('<a:srgbClr val="2E74B5"/>')).toBe('#2e74b5')
    expect(color('<a:prstClr val="red"/>')).toBe('#ff0000')
    expect(color('<a:schemeClr val="accent1"/>')).toBe('#336699')
    expect(color('<a:schemeClr val="bg1"/>')).toBe('#fefefe')
    expect(color('<a:schemeClr val="accent2"/>')).toBe('#ed7d31')
  })

  it('are lighter, darker and let light through as their changes say', () => {
    expect(color('<a:srgbClr val="808080"><a:lumMod val="50000"/></a:srgbClr>')).toBe('#404040')
    expect(color('<a:srgbClr val="000000"><a:lumOff val="50000"/></a:srgbClr>')).toBe('#808080')
    expect(color('<a:srgbClr val="804020"><a:shade val="50000"/></a:srgbClr>')).toBe('#402010')
    expect(color('<a:srgbClr val="ff0000"><a:alpha val="50000"/></a:srgbClr>')).toBe('#ff000080')
  })

  it('are the style’s where they stand for it, and none where nothing names one', () => {
    expect(color('<a:schemeClr val="phClr"/>', '#123456')).toBe('#123456')
    expect(color('')).toBeUndefined()
    expect(color('<a:srgbClr val="zzz"/>')).toBeUndefined()
  })
})
