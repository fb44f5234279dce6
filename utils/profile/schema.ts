import * as z from 'zod/mini';

/** A stable short name: letters, digits, `_`. */
const id = z.string().check(z.regex(/^[a-zA-Z][a-zA-Z0-9_]{0,40}$/));
const text = z.string().check(z.minLength(1), z.maxLength(400));

/** 24 hours, `HH:MM`. */
const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

const column = z.object({
  /** The header that the receiver reads, exactly. */
  name: text,
  /** Other headers that the receiver's own pages use for it. */
  aliases: z.array(text),
  /** Names that the plugin gives the field although the header must differ (`languages`). */
  fieldNames: z.array(text),
  /** `required`: the file is useless without it; `expected`: needed in most set-ups; `optional`. */
  need: z.enum(['required', 'expected', 'optional']),
  /** Said when a required or expected column is missing, or about an optional one: a key of the texts, or plain words. */
  note: z.string(),
});

const file = z.object({
  id,
  fileName: text,
  /** The PowerQuery's full name. */
  query: text,
  /** Words that a data set's summary holds when it does not show the query's name. */
  summaryWords: z.array(text),
  /** Table parts of the default labels, in the receiver's guide. */
  tables: z.array(text),
  columns: z.array(column),
  template: z.object({ name: text, description: text }),
});

/** A yes/no choice of the administrator that changes labels or columns. What is said of it: keys of the texts, or plain words. */
const choice = z.object({
  id,
  file: id,
  label: text,
  explanation: text,
  /** Columns whose labels are exchanged when chosen. */
  swap: z.optional(z.tuple([text, text])),
  /** A column that is left out when chosen. */
  leaveOut: z.optional(text),
});

/** What a receiving system wants of PowerSchool's exports: data only, no code (design decision 7). */
export const profileSchema = z.object({
  id,
  name: text,
  /** Address to write to. */
  support: text,
  /** Where the rules come from. */
  sources: z.array(text),
  /** Texts of the Category option, likeliest first. */
  categories: z.array(text),
  output: z.object({
    lineDelimiter: z.enum(['CR', 'LF', 'CRLF']),
    fieldDelimiter: z.enum(['Comma', 'Tab']),
    characterSet: z.enum(['UTF-8', 'Windows ANSI', 'Mac Roman', 'ISO 8859-1']),
    includeHeaders: z.boolean(),
    surroundInQuotes: z.boolean(),
  }),
  /** When the receiver reads the files: the daily sync starts between these times of that zone. */
  sync: z.object({ from: time, to: time, zone: text, note: z.string() }),
  choices: z.array(choice),
  /** In the order in which they shall be sent. */
  files: z.array(file),
});

export type Profile = z.infer<typeof profileSchema>;
export type ProfileFile = Profile['files'][number];
export type ProfileColumn = ProfileFile['columns'][number];
