/** Sizes in mm. */
export interface PictureFrame {
  id: number
  name: string
  widthMm: number
  heightMm: number
  relationship: string
}

const emuPerMm = 36_000

/** An inline picture for a run. It declares its own namespaces, whatever the part around it calls them; `strict` is ISO 29500 Strict. */
export function pictureXml(
  { id, name, widthMm, heightMm, relationship }: PictureFrame,
  w: string,
  strict: boolean,
): string {
  const size = `cx="${Math.round(widthMm * emuPerMm)}" cy="${Math.round(heightMm * emuPerMm)}"`
  const drawingml = strict ? 'http://purl.oclc.org/ooxml/drawingml' : 'http://schemas.openxmlformats.org/drawingml/2006'
  const relationships = strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return (
    `<${w}drawing><wp:inline xmlns:wp="${drawingml}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">` +
    `<wp:extent ${size}/><wp:docPr id="${id}" name="${name}"/>` +
    `<a:graphic xmlns:a="${drawingml}/main"><a:graphicData uri="${drawingml}/picture">` +
    `<pic:pic xmlns:pic="${drawingml}/picture"><pic:nvPicPr><pic:cNvPr id="${id}" name="${name}"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip xmlns:r="${relationships}" r:embed="${relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    `</pic:pic></a:graphicData></a:graphic></wp:inline></${w}drawing>`
  )
}
