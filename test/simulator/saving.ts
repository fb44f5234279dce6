import { OutputError, rawOutput, readOutput } from './output-form.ts';
import type { Session } from './sessions.ts';
import type { SavedTemplate } from './types.ts';
import { freshState, offerOf, type WizardState } from './wizard-state.ts';
import { fill } from './words.ts';

/** What the dialog "Save Export Template" sends. */
export interface SaveRequest {
  name: string;
  description: string;
  asNew: boolean;
  state: WizardState;
}

/**
 * Saves a template, as new or over the opened one.
 * @throws OutputError with the dialog's message: no permission, name blank or taken, no data set, bad output options
 */
export function saveTemplate(session: Session, { name: typed, description, asNew, state }: SaveRequest): SavedTemplate {
  const { words, templates, variants } = session;
  if (variants.saveAnswer === 'no-permission') throw new OutputError(words.errorPermission);
  const name = typed.trim();
  if (name === '') throw new OutputError(words.errorName);
  const existing =
    asNew || variants.saveExisting === 'as-new-only' ? undefined : templates.find(({ id }) => id === state.templateId);
  if (templates.some((other) => other !== existing && other.name.toLowerCase() === name.toLowerCase())) {
    throw new OutputError(fill(words.errorTaken, name));
  }
  const offer = offerOf(session, state.exportFrom);
  if (!offer) throw new OutputError(words.errorNoDataSet);
  if (!state.output) throw new OutputError(words.errorFileName);
  const template: SavedTemplate = {
    id: existing?.id ?? nextId(templates),
    name,
    description,
    dataSetId: offer.dataSet.id,
    columns: state.columns,
    output: readOutput(variants, state.output),
    rows: state.rows,
    savedAt: new Date().toISOString(),
  };
  session.templates = existing
    ? templates.map((other) => (other === existing ? template : other))
    : [...templates, template];
  session.saves += 1;
  return template;
}

/** A copy of a template, with the suffix that DEM_Schedule.png shows. */
export function copyTemplate(session: Session, id: number): void {
  const template = session.templates.find((candidate) => candidate.id === id);
  if (!template) return;
  const copy = { ...template, id: nextId(session.templates), name: `${template.name} (copy)` };
  session.templates = [...session.templates, copy];
}

/**
 * The wizard as a saved template fills it. A template with a space in a column's name cannot be loaded (base plugin
 * README of the American School of The Hague).
 * @throws OutputError when the template, its data set or a column is not there, or cannot be loaded
 */
export function openTemplate(session: Session, id: number): WizardState {
  const template = session.templates.find((candidate) => candidate.id === id);
  const offer = session.offers.find(({ dataSet }) => dataSet.id === template?.dataSetId);
  const known = new Set(offer?.columns.map(({ name }) => name));
  if (!template || !offer || template.columns.some(({ name }) => !known.has(name) || name.includes(' '))) {
    throw new OutputError(session.words.errorTemplate);
  }
  return {
    ...freshState(),
    step: session.variants.templateOpens === 'summary' ? 2 : 0,
    exportFrom: offer.value,
    columns: template.columns,
    rows: template.rows,
    output: rawOutput(session.variants, template.output),
    templateId: template.id,
  };
}

function nextId(templates: SavedTemplate[]): number {
  return 1 + Math.max(0, ...templates.map(({ id }) => id));
}
