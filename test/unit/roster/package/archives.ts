import { BlobReader, BlobWriter, configure, TextReader, ZipWriter, type ZipWriterAddDataOptions } from '@zip.js/zip.js';
import { classtagChecks } from '../../../../utils/profile/classtag-checks.ts';
import type { RosterColumn, RosterFile, RosterProfile } from '../../../../utils/profile/roster.ts';

configure({ useWebWorkers: false });

function column(name: string, need: RosterColumn['need'], ...aliases: string[]): RosterColumn {
  return { name, need, aliases };
}

function file(id: string, need: RosterFile['need'], required: string, optional: string): RosterFile {
  return {
    id,
    fileName: `${id}.csv`,
    need,
    key: 'sourcedId',
    columns: [
      ...required.split(' ').map((name) => column(name, 'required', ...(name === 'sourcedId' ? ['sourceId'] : []))),
      ...optional.split(' ').map((name) => column(name, 'optional')),
    ],
  };
}

/** ClassTag's three files, with the columns that its articles list. */
export const profile: RosterProfile = {
  id: 'classtag',
  name: 'ClassTag',
  files: [
    file(
      'users',
      'required',
      'sourcedId role givenName familyName',
      'orgSourcedIds email sms phone agentSourcedIds grades language dcid',
    ),
    file('classes', 'required', 'sourcedId title grades', 'location schoolSourcedId periods dcid'),
    file('enrollments', 'required', 'classSourcedId userSourcedId role', 'schoolSourcedId sourcedId dcid'),
  ],
  checks: classtagChecks,
  fileRules: [],
  form: { lineEnding: 'CR', delimiter: ',', quotes: 'off' },
  extension: null,
  otherVersions: {},
  manifest: false,
  pictures: [],
  verdicts: { partial: '', stops: '', ready: '', attention: '', fails: '', unreadable: '' },
};

export const USERS = 'sourcedId,orgSourcedIds,role,givenName,familyName,email\r1,10,student,Ada,Barson,a@b.example\r';
export const CLASSES = 'sourcedId,title,grades,location,schoolSourcedId\r5,Science,01,Room 1,10\r';
export const ENROLLMENTS = 'classSourcedId,schoolSourcedId,userSourcedId,role\r5,10,1,student\r';

export const given = (path: string, content: BlobPart) => ({
  name: path.slice(path.lastIndexOf('/') + 1),
  path,
  blob: new Blob([content]),
});

/** @param entries name and content; a name that ends with a slash is a folder. */
export async function zipOf(
  entries: [name: string, content: string | Blob][],
  options: ZipWriterAddDataOptions = {},
): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter(), { keepOrder: true });
  for (const [name, content] of entries) {
    if (name.endsWith('/')) await writer.add(name, undefined, { directory: true });
    else
      await writer.add(name, typeof content === 'string' ? new TextReader(content) : new BlobReader(content), options);
  }
  return writer.close();
}

export async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}

/** With the same number of bytes: for what no packer writes. */
export async function withText(blob: Blob, from: string, to: string): Promise<Blob> {
  const bytes = await bytesOf(blob);
  const text = Buffer.from(bytes).toString('latin1').replaceAll(from, to);
  return new Blob([Buffer.from(text, 'latin1')]);
}
