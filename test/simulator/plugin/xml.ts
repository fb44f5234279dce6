import { XMLParser, XMLValidator } from 'fast-xml-parser';
import iconv from 'iconv-lite';
import { PluginUnreadableError } from './error.ts';

/** Elements whose inside is kept as written: a description is HTML, SQL holds `<`, an alias may sit in CDATA. */
const KEPT_RAW = ['summary', 'description', 'column', 'sql'];

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  removeNSPrefix: true,
  // Plugins in the wild write coreTable, coretable and CORETABLE.
  transformTagName: (name) => name.toLowerCase(),
  transformAttributeName: (name) => name.toLowerCase(),
  stopNodes: KEPT_RAW.map((name) => `*.${name}`),
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});

/** One element of a parsed file. Names are asked for in lower case whatever the file's spelling. */
export class XmlElement {
  readonly #content: unknown;

  constructor(content: unknown) {
    this.#content = content;
  }

  /** The attribute's value, entities decoded and outer white space cut; '' when it is missing. */
  attribute(name: string): string {
    const value = this.#entry(`@${name}`);
    return typeof value === 'string' ? decodeEntities(value).trim() : '';
  }

  /** The child elements of that name, in the file's order. */
  children(name: string): XmlElement[] {
    const value = this.#entry(name);
    return Array.isArray(value) ? value.map((child) => new XmlElement(child)) : [];
  }

  /** The text or HTML inside, see {@link innerMarkup}. */
  get inner(): string {
    const raw = typeof this.#content === 'string' ? this.#content : this.#entry('#text');
    return typeof raw === 'string' ? innerMarkup(raw) : '';
  }

  #entry(key: string): unknown {
    const content = this.#content;
    return typeof content === 'object' && content !== null
      ? Object.getOwnPropertyDescriptor(content, key)?.value
      : undefined;
  }
}

/**
 * Reads one XML file.
 * @param file name for the error's sentence
 * @param root the root element the file must have, in lower case
 * @throws PluginUnreadableError when it is not well-formed or has another root
 */
export function parseXml(file: string, bytes: Uint8Array, root: string): XmlElement {
  const text = decodeXml(bytes).trim();
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) {
    const { msg, line } = verdict.err;
    throw new PluginUnreadableError(file, `not well-formed XML, line ${line}: ${msg.replace(/\.$/, '')}`);
  }
  const [element] = new XmlElement(parser.parse(text)).children(root);
  if (!element) throw new PluginUnreadableError(file, `the root element is not <${root}>`);
  return element;
}

/** Bytes to text: a byte order mark wins, then the XML declaration, then UTF-8, then what Windows editors save. */
function decodeXml(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if ((buffer[0] === 0xff && buffer[1] === 0xfe) || (buffer[0] === 0xfe && buffer[1] === 0xff)) {
    return iconv.decode(buffer, 'utf-16');
  }
  const declared = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/i.exec(
    buffer.toString('latin1', 0, 200),
  )?.[1];
  if (declared && !/^utf-?8$/i.test(declared) && !/^utf-?16/i.test(declared) && iconv.encodingExists(declared)) {
    return iconv.decode(buffer, declared);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer);
  } catch {
    return iconv.decode(buffer, 'windows-1252');
  }
}

/**
 * What stands inside an element: CDATA sections exactly as written, joined; text with its entities decoded; real child
 * elements as their own markup, since authors write descriptions in all three ways.
 */
function innerMarkup(raw: string): string {
  const parts = raw.split(/<!\[CDATA\[([\s\S]*?)\]\]>/);
  // split() with one group alternates: outside, CDATA, outside, …
  const outside = parts.filter((_, index) => index % 2 === 0).map((part) => part.replace(/<!--[\s\S]*?-->/g, ''));
  const hasElements = outside.some((part) => /<[a-z/]/i.test(part));
  const written = parts
    .map((part, index) => {
      if (index % 2 === 1) return part;
      return hasElements ? part : decodeEntities(outside[index / 2] ?? '');
    })
    .join('');
  const onlyCdata = parts.length > 1 && outside.every((part) => part.trim() === '');
  return onlyCdata ? parts.filter((_, index) => index % 2 === 1).join('') : written.trim();
}

const NAMED_ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** XML's five names and numeric references; an HTML name such as `&nbsp;` stays, for the page to read. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED_ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
