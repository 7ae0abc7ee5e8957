import { type XmlElement } from '../docx/xml.ts';
import type { Conversion } from './conversion.ts';
import { type ParagraphProperties, type RunProperties } from './properties.ts';
/** Properties a table style or a header gives to the paragraphs inside. */
export interface Surroundings {
    paragraph: ParagraphProperties;
    run: RunProperties;
}
export declare const nothingAround: Surroundings;
/** All properties of a paragraph, the nearest winning: defaults, table, style, list level, its own. */
export declare function resolveParagraph(conversion: Conversion, element: XmlElement, around: Surroundings): Surroundings;
