import type { Offer } from './catalog.ts';
import type { RawOutput } from './output-form.ts';
import type { Session } from './sessions.ts';
import type { ChosenColumn } from './types.ts';

/** What the wizard's page knows, as its scripts send it to the server. */
export interface WizardState {
  step: 0 | 1 | 2;
  category: string;
  /** The value of the option chosen in Export From, '' for none. */
  exportFrom: string;
  columns: ChosenColumn[];
  /** Built-in filters by argument name. */
  args: Record<string, string>;
  /** Column filters by column name. */
  filters: Record<string, string>;
  rows: 'filtered' | 'all';
  output: RawOutput | null;
  /** The saved template that was opened. */
  templateId: number | null;
}

/** Parses what the page sent. Trusts its shape: page and server are one program. */
export function parseState(json: string): WizardState {
  return JSON.parse(json) as WizardState;
}

/** A wizard with nothing chosen. */
export function freshState(): WizardState {
  return {
    step: 0,
    category: '',
    exportFrom: '',
    columns: [],
    args: {},
    filters: {},
    rows: 'filtered',
    output: null,
    templateId: null,
  };
}

/** The data set that the state has chosen in Export From. */
export function offerOf(session: Session, exportFrom: string): Offer | undefined {
  return session.offers.find(({ value }) => value === exportFrom);
}
