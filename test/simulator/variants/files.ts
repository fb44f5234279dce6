import { variant } from './variant.ts';

/** How the exported file arrives, and its bytes. */
export const FILE_VARIANTS = {
  fileDelivery: variant(
    'U',
    'The file comes as attachment of a form post, as a blob by XHR, or through a report queue page',
    'form-post',
    'xhr-blob',
    'report-queue',
  ),
  unquotedSpecials: variant(
    'U',
    'Values with delimiter, quote or line break while quotes are off',
    'as-is',
    'quoted-when-needed',
  ),
  quotesInside: variant('U', 'A quote inside a quoted value', 'doubled', 'as-is'),
  headersQuoted: variant('U', 'Quotes around headers too when the option is on', 'yes', 'no'),
  byteOrderMark: variant('U', 'A UTF-8 file starts with a byte order mark', 'no', 'yes'),
  finalDelimiter: variant('U', 'The last row ends with the line delimiter', 'yes', 'no'),
  crByte: variant('U', 'The byte that CR writes (public code contradicts itself)', '0D', '0A'),
};
