import type { DataSetMention, ExportPage, GridRow, TreeColumn } from '../../../utils/powerschool/types.ts';
import { classtag } from '../../../utils/profile/classtag.ts';
import type { ProfileFile } from '../../../utils/profile/schema.ts';
import type { LabelContext } from '../../../utils/template/labels.ts';
import type { Choices } from '../../../utils/template/types.ts';

export const plainChoices: Choices = { profile: {}, templateNames: {}, actAtOnce: false };
export const swapped: Choices = { ...plainChoices, profile: { swapPhoneAndSms: true } };
export const withoutDcid: Choices = { ...plainChoices, profile: { leaveOutDcid: true } };
export const nothingKnown: LabelContext = { ambiguousRows: [], written: new Map() };

export function fileOf(id: 'users' | 'classes' | 'enrollments'): ProfileFile {
  const file = classtag.files.find((one) => one.id === id);
  if (!file) throw new Error(`The profile has no file ${id}.`);
  return file;
}

/** A row by its field; its label is the field's name unless given. */
export function row(field: string, label = field, editable = true): GridRow {
  return { key: field.toLowerCase(), field, label, editable };
}

/** A checkbox of the tree, ticked where the name has a `+` in front. */
export function node(name: string): TreeColumn {
  const path = name.replace(/^\+/, '');
  const at = path.lastIndexOf('.');
  return {
    key: path.toLowerCase(),
    table: path.slice(0, Math.max(at, 0)),
    field: path.slice(at + 1),
    ticked: name.startsWith('+'),
    editable: true,
  };
}

/** A page at step 1 with nothing on it but what is given. */
export function pageWith(parts: Partial<ExportPage>): ExportPage {
  return {
    place: 'columns',
    loading: false,
    signedOut: false,
    mentions: [],
    category: 'missing',
    exportFrom: 'missing',
    tree: [],
    grid: [],
    ambiguousRows: [],
    summary: null,
    saveDialog: null,
    unclear: false,
    ...parts,
  };
}

export const chosen = (text: string): DataSetMention => ({ where: 'export-from', text });
export const headed = (text: string): DataSetMention => ({ where: 'heading', text });
export const mentioned = (text: string): DataSetMention => ({ where: 'text', text });

/** The fields that the guide names for a file, each with its default label. */
export const USERS_FIELDS = [
  'agentSourcedIds',
  'dcid',
  'email',
  'familyName',
  'givenName',
  'grades',
  'languages',
  'orgSourcedIds',
  'phone',
  'role',
  'sms',
  'sourcedId',
].map((field) => `USERS.${field}`);
