import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The columns ClassTag's guide names for users.csv; the data set is recognized by them. */
const KNOWN = [
  ...['sourcedId', 'orgSourcedIds', 'role', 'givenName', 'familyName', 'email'],
  ...['sms', 'phone', 'agentSourcedIds', 'grades', 'languages', 'dcid'],
];

/** A PowerSchool plugin in a folder of its own, with one data set per size. */
export interface BenchPlugin {
  path: string;
  /** The text of a size's option in "Export From". */
  optionFor(size: number): string;
  remove(): Promise<void>;
}

export async function makePlugin(sizes: number[]): Promise<BenchPlugin> {
  const path = await mkdtemp(join(tmpdir(), 'bench-plugin-'));
  await mkdir(join(path, 'queries_root'));
  await writeFile(join(path, 'plugin.xml'), PLUGIN);
  await writeFile(
    join(path, 'queries_root', 'bench.named_queries.xml'),
    `<queries>${sizes.map(query).join('')}</queries>`,
  );
  return {
    path,
    optionFor: (size) => `NQ - ${nameOf(size)}`,
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

const PLUGIN = `<?xml version="1.0" encoding="UTF-8"?>
<plugin xmlns="http://plugin.powerschool.pearson.com" name="Bench" version="1.0" description="Large data sets">
  <publisher name="Roster Export Assistant"><contact email="bench@example.org"/></publisher>
</plugin>
`;

const nameOf = (size: number) => `org.example.bench_${size}`;

function query(size: number): string {
  const others = Array.from({ length: size - KNOWN.length }, (_, index) => `x${String(index + 1).padStart(3, '0')}`);
  const columns = [...KNOWN, ...others].map((alias) => `<column column="USERS.DCID">${alias}</column>`);
  return `<query name="${nameOf(size)}" coreTable="USERS" flattened="true">
  <description></description><columns>${columns.join('')}</columns><sql><![CDATA[SELECT 1 FROM dual]]></sql></query>`;
}
