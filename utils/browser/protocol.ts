import * as z from 'zod/mini';
import {
  choicesSchema,
  columnsSchema,
  idSchema,
  optionsSchema,
  type PanelPlace,
  panelSchema,
  type Site,
  siteSchema,
} from '../checklist/store.ts';
import { MOST_ENTRIES, type StoreTrouble } from '../checklist/types.ts';

/** The messages between the extension's own parts. The background parses what it receives. */

const named = z.object({ name: z.string().check(z.maxLength(200)), at: z.string().check(z.maxLength(40)) });

const observation = z.object({
  fileId: idSchema,
  fields: z.optional(z.boolean()),
  labels: z.optional(z.boolean()),
  summary: z.optional(z.boolean()),
  saved: z.optional(named),
  found: z.optional(z.string().check(z.maxLength(200))),
  verified: z.optional(named),
  drift: z.optional(z.literal(true)),
  columns: z.optional(columnsSchema),
  options: z.optional(optionsSchema),
});

/** To the background. From a page's content script the site is the sender's own, whatever the message says. */
export const toBackground = z.union([
  z.object({ type: z.literal('state') }),
  z.object({ type: z.literal('overview'), site: z.nullable(siteSchema) }),
  z.object({
    type: z.literal('observed'),
    observations: z.array(observation).check(z.maxLength(MOST_ENTRIES)),
    fileId: z.nullable(idSchema),
  }),
  z.object({ type: z.literal('choices'), site: z.optional(siteSchema), choices: choicesSchema }),
  z.object({ type: z.literal('panel'), panel: panelSchema }),
  z.object({ type: z.literal('intend'), fileId: idSchema }),
  z.object({ type: z.literal('intent-taken') }),
  z.object({ type: z.literal('later') }),
  z.object({ type: z.literal('memory') }),
  z.object({ type: z.literal('keep'), memory: z.string().check(z.maxLength(40_000)) }),
  z.object({ type: z.literal('finish') }),
  z.object({ type: z.literal('check') }),
  z.object({ type: z.literal('picture') }),
  z.object({ type: z.literal('start-over'), site: siteSchema }),
  /** The page takes the panel out each time. */
  z.object({ type: z.literal('taken-out') }),
  /** The administrator knows that what could not be read was set aside. */
  z.object({ type: z.literal('trouble-known') }),
]);

export type ToBackground = z.infer<typeof toBackground>;

/** The background's answer to whatever changes the store: why it was not kept as it should be, null where it was. */
export interface Noted {
  trouble: StoreTrouble | null;
}

/** The background's answer to `state`: what a page's content script needs to know, already parsed. */
export interface PageState extends Noted {
  site: Site;
  panel: PanelPlace;
  /** The file that the tab was about last, null when that is not known. */
  lastFile: string | null;
  /** The file to go on with, where the page was opened for it. */
  intent: string | null;
}

/** The background's answer to `overview`: the asked site, or the last one seen. */
export interface Overview extends Noted {
  /** Null when no site was ever seen. */
  site: string | null;
  record: Site;
}

/** From the popup or the background to a page's content script. `leave`: the site was taken back. */
export type ToPage = { type: 'where' } | { type: 'choose'; fileId: string } | { type: 'leave' };

/** The content script's answer to `where`. */
export interface WhereAnswer {
  site: string;
  onExportManager: boolean;
  fileId: string | null;
  /** The page takes the panel out each time, so there is none. */
  takenOut: boolean;
}
