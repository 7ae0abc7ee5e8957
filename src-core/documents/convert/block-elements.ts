import { child, children, type XmlElement } from '../docx/xml.ts'

/** Block elements with what only wraps them taken off. */
export function flatten(elements: readonly XmlElement[]): XmlElement[] {
  return elements.flatMap((element) => {
    switch (element.name) {
      case 'w:sdt':
        return flatten(children(child(element, 'w:sdtContent')))
      case 'w:customXml':
      case 'w:smartTag':
      case 'w:ins':
      case 'w:moveTo':
        return flatten(children(element))
      case 'mc:AlternateContent':
        return flatten(children(child(element, 'mc:Choice') ?? child(element, 'mc:Fallback')))
      case 'w:p':
      case 'w:tbl':
        return [element]
      default:
        return []
    }
  })
}
