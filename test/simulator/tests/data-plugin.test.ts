import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLASSTAG_PLUGIN, loadPlugin, PluginUnreadableError, zipPlugin } from '../plugin.ts';
import type { DataSet, Plugin } from '../types.ts';

let folder: string;
let zips = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plugin-'));
});
afterAll(() => rm(folder, { recursive: true }));

const PLUGIN_XML = '<plugin xmlns="http://plugin.powerschool.pearson.com" name="Test" version="1.2"/>';

async function load(files: Record<string, string | Uint8Array>): Promise<Plugin> {
  return loadPlugin(await saved(zipOf(files)));
}

function zipOf(files: Record<string, string | Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files)) {
    entries[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(entries);
}

async function saved(bytes: Uint8Array): Promise<string> {
  zips += 1;
  const path = join(folder, `plugin-${zips}.zip`);
  await writeFile(path, bytes);
  return path;
}

/** Loads a plugin of one query file that holds these queries. */
function queries(inner: string): Promise<Plugin> {
  return load({ 'plugin.xml': PLUGIN_XML, 'queries_root/a.named_queries.xml': `<queries>${inner}</queries>` });
}

/** Loads one query, `$` standing for the parts that a test gives. */
async function query(parts: { attributes?: string; head?: string; columns?: string; tail?: string }): Promise<DataSet> {
  const attributes = parts.attributes ?? 'name="org.example.q" coreTable="STUDENTS"';
  const columns = parts.columns ?? '<column column="STUDENTS.ID">id</column>';
  const { dataSets, notOffered } = await queries(
    `<query ${attributes}>${parts.head ?? ''}<columns>${columns}</columns>${parts.tail ?? ''}</query>`,
  );
  const [dataSet] = dataSets;
  if (!dataSet) throw new Error(`Not offered: ${JSON.stringify(notOffered)}`);
  return dataSet;
}

describe('the ClassTag plugin', () => {
  const names = async (path: string) =>
    (await loadPlugin(path)).dataSets.map(({ optionText, columns }) => [optionText, columns.map(({ name }) => name)]);

  const EXPECTED = [
    [
      'NQ - com.classtag.one_roster_users',
      'sourcedId orgSourcedIds role givenName familyName email sms phone agentSourcedIds grades languages dcid'
        .split(' ')
        .map((field) => `USERS.${field}`),
    ],
    [
      'NQ - com.classtag.one_roster_classes',
      'sourcedId title grades location schoolSourcedId periods'.split(' ').map((field) => `SECTIONS.${field}`),
    ],
    [
      'NQ - com.classtag.one_roster_enrollments',
      'classSourcedId schoolSourcedId userSourcedId role'.split(' ').map((field) => `CC.${field}`),
    ],
  ];

  test('offers the three data sets of the guide, from its folder and from its ZIP', async () => {
    expect(await names(CLASSTAG_PLUGIN)).toEqual(EXPECTED);
    expect(await names(await saved(zipPlugin(CLASSTAG_PLUGIN)))).toEqual(EXPECTED);
  });

  test('says what it is', async () => {
    const plugin = await loadPlugin(CLASSTAG_PLUGIN);
    expect(plugin).toMatchObject({ version: '1.0.0', publisher: 'Roster Export Assistant', notOffered: [] });
    expect(plugin.dataSets.map(({ kind }) => kind)).toEqual(['query', 'query', 'query']);
    expect(plugin.dataSets[0]?.sql).toMatch(/^SELECT 'T' \|\|/);
    expect(plugin.dataSets[0]?.descriptionHtml).toBe(
      'Staff, students and their guardians, one row each, for users.csv.',
    );
  });
});

describe('columns', () => {
  test.each([
    ['one part: the core table', '<column column="STUDENTS.X">a_sourcedId</column>', 'STUDENTS', 'a_sourcedId'],
    ['two parts: a table of its own', '<column column="S.X">ICAN.CDS</column>', 'ICAN', 'CDS'],
    ['three parts', '<column column="S.X">Students.S_CA_Stu_X.ieptype</column>', 'Students', 'S_CA_Stu_X.ieptype'],
    ['no alias', '<column column="STUDENTS.Last_Name"></column>', 'STUDENTS', 'Last_Name'],
    ['closed at once', '<column column="SCHOOLS.NAME" />', 'SCHOOLS', 'NAME'],
    ['spaces and line breaks around', '<column column="S.X">\n\t languages \r\n</column>', 'STUDENTS', 'languages'],
    ['a space inside stays', '<column column="S.X">First  Name</column>', 'STUDENTS', 'First Name'],
    ['CDATA', '<column column="S.X"><![CDATA[ USERS.sms ]]></column>', 'USERS', 'sms'],
    ['a comment inside', '<column column="S.X">sms<!-- mobile --></column>', 'STUDENTS', 'sms'],
    ['other cases', '<COLUMN Column="S.X">sms</COLUMN>', 'STUDENTS', 'sms'],
    ['an entity', '<column column="S.X">A&amp;B</column>', 'STUDENTS', 'A&B'],
    ['digits first', '<column column="S.X">TrackerSG.01StudentNumber</column>', 'TrackerSG', '01StudentNumber'],
  ])('%s', async (_, columns, table, field) => {
    expect((await query({ columns })).columns).toEqual([{ table, field, name: `${table}.${field}` }]);
  });

  test('without a core table, the column’s own table', async () => {
    const { columns } = await query({ attributes: 'name="q"', columns: '<column column="SCHOOLS.NAME">n</column>' });
    expect(columns.map(({ name }) => name)).toEqual(['SCHOOLS.n']);
  });

  test('keep the query’s order, and a name used twice stands once', async () => {
    const columns = ['b', 'a', 'B', 'c'].map((alias) => `<column column="S.X">${alias}</column>`).join('\n');
    expect((await query({ columns })).columns.map(({ field }) => field)).toEqual(['b', 'a', 'c']);
  });
});

describe('the option’s text', () => {
  test.each([
    ['', 'NQ - org.example.q'],
    ['<summary>OneRoster 1.1 users</summary>', 'OneRoster 1.1 users'],
    ['<summary>\r\n  ICAN &amp; more:\r\n  To Date </summary>', 'ICAN & more: To Date'],
    ['<summary></summary>', 'NQ - org.example.q'],
    ['<summary/>', 'NQ - org.example.q'],
  ])('%j gives %s', async (head, optionText) => {
    expect((await query({ head })).optionText).toBe(optionText);
  });
});

describe('the description', () => {
  const script = '<script>var a = []; if (1 < 2 && a["</description>"]) { $j("#x").html("<b>&amp;</b>"); }</script>';

  test.each([
    ['none', '', ''],
    ['text', '<description> Plain &amp; short. </description>', 'Plain & short.'],
    [
      'escaped',
      '<description>&lt;h2 class=&quot;x&quot;&gt;A&#160;&amp;amp; B&lt;/h2&gt;</description>',
      '<h2 class="x">A\u00a0&amp; B</h2>',
    ],
    ['CDATA with a script', `<description>\n<![CDATA[ ${script}\n]]>\n</description>`, ` ${script}\n`],
    ['CDATA in two, for a ]]> inside', '<description><![CDATA[a]]]]><![CDATA[>b]]></description>', 'a]]>b'],
    ['CDATA beside a comment', '<description><!-- why --><![CDATA[<p>a</p>]]></description>', '<p>a</p>'],
    [
      'elements',
      '<description><p class="a">Hi <b>you</b><br/> &amp; me</p></description>',
      '<p class="a">Hi <b>you</b><br/> &amp; me</p>',
    ],
    ['text around CDATA', '<description>a &lt; <![CDATA[<i>b</i>]]></description>', 'a < <i>b</i>'],
    ['empty', '<description/>', ''],
  ])('%s', async (_, head, html) => {
    expect((await query({ head })).descriptionHtml).toBe(html);
  });

  test('is kept through Windows line ends', async () => {
    const head = `<description><![CDATA[<script>\r\nvar a;\r\n</script>]]></description>`;
    expect((await query({ head })).descriptionHtml).toBe('<script>\nvar a;\n</script>');
  });
});

describe('arguments', () => {
  test('are read', async () => {
    const tail = `<args><arg default="9" multiValue="true" required="True" name="grade" column="STUDENTS.GRADE_LEVEL"
      type="primitive" description="Grade &amp; up"/><arg name="site" column="STUDENTS.SCHOOLID"/></args>
      <sql><![CDATA[ select 1 from dual where 1 < 2 ]]></sql>`;
    const dataSet = await query({ tail });
    expect(dataSet.arguments).toEqual([
      { name: 'grade', description: 'Grade & up', defaultValue: '9', required: true },
      { name: 'site', description: '', defaultValue: '', required: false },
    ]);
    expect(dataSet.sql).toBe('select 1 from dual where 1 < 2');
  });
});

describe('a query is not offered', () => {
  const COLUMNS = '<columns><column column="S.X">a</column></columns>';
  test.each([
    ['name="q" coreTable="S"', `${COLUMNS}<args><arg name="x"/></args>`, 'The argument x has no column=.'],
    [
      'name="q" coreTable="S"',
      `${COLUMNS}<args><arg name="x" column="A.B" default="~(curschoolid)"/></args>`,
      'The argument x has PS-HTML as its default.',
    ],
    ['name="q" coreTable="S"', '<columns></columns>', 'The query has no columns.'],
    ['name="q" coreTable="S"', '', 'The query has no columns.'],
    ['name="q"', '<columns><column>a</column></columns>', 'The column a belongs to no table.'],
  ])('%s %s', async (attributes, inner, reason) => {
    const plugin = await queries(`<query ${attributes}>${inner}</query>`);
    expect(plugin).toMatchObject({ dataSets: [], notOffered: [{ id: 'q', reason }] });
  });

  test('when it has no name', async () => {
    const { notOffered } = await queries(`<query coreTable="S">${COLUMNS}</query>`);
    expect(notOffered).toEqual([
      { id: '(a query without a name in queries_root/a.named_queries.xml)', reason: 'The query has no name.' },
    ]);
  });

  test('the second time', async () => {
    const { dataSets, notOffered } = await queries(`<query name="q" coreTable="S">${COLUMNS}</query>`.repeat(2));
    expect(dataSets).toHaveLength(1);
    expect(notOffered).toEqual([{ id: 'q', reason: 'queries_root/a.named_queries.xml defines the query again.' }]);
  });
});

describe('packing', () => {
  const QUERIES = (name: string) =>
    `<?xml version="1.0"?>\r\n<!-- <query> -->\r\n<queries>\r\n<query coreTable='S' name='${name}'><columns>` +
    `<column column='S.X'>a</column></columns></query>\r\n</queries>\r\n`;

  test('an enclosing folder, Mac junk, other roots and several query files', async () => {
    const { name, version, dataSets } = await load({
      'my-plugin/': new Uint8Array(),
      'my-plugin/plugin.xml': PLUGIN_XML,
      '__MACOSX/my-plugin/._plugin.xml': 'junk',
      'my-plugin/.DS_Store': 'junk',
      'my-plugin/queries_root/._b.named_queries.xml': 'junk',
      'my-plugin/queries_root/b.named_queries.xml': `\ufeff${QUERIES('b')}`,
      'my-plugin/queries_root/a.Named_Queries.XML': QUERIES('a'),
      'my-plugin/queries_root/deeper/named_queries.xml': QUERIES('c'),
      'my-plugin/queries_root/readme.xml': 'not XML',
      'my-plugin/permissions_root/x.permission_mappings.xml': '<broken',
      'my-plugin/web_root/admin/plugin.xml': '<broken',
      'my-plugin/user_schema_root/x.xml': '<broken',
    });
    expect({ name, version }).toEqual({ name: 'Test', version: '1.2' });
    expect(dataSets.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('backslashes, as old Windows tools write them', async () => {
    const { dataSets } = await load({
      'p\\plugin.xml': PLUGIN_XML,
      'p\\queries_root\\a.named_queries.xml': QUERIES('a'),
    });
    expect(dataSets).toHaveLength(1);
  });

  test.each([
    [
      'a declared encoding',
      iconv.encode(`<?xml version="1.0" encoding="ISO-8859-1"?>${PLUGIN_XML.replace('Test', 'Académie')}`, 'latin1'),
    ],
    ['no declaration, saved as Windows ANSI', iconv.encode(PLUGIN_XML.replace('Test', 'Académie'), 'win1252')],
    ['UTF-16', iconv.encode(PLUGIN_XML.replace('Test', 'Académie'), 'utf-16le', { addBOM: true })],
    ['UTF-8 with a byte order mark', strToU8(`\ufeff${PLUGIN_XML.replace('Test', 'Académie')}`)],
  ])('%s', async (_, pluginXml) => {
    expect((await load({ 'plugin.xml': pluginXml })).name).toBe('Académie');
  });

  test('a namespace prefix, and a plugin without a name', async () => {
    const plugin = await load({ 'plugin.xml': '<p:plugin xmlns:p="http://plugin.powerschool.pearson.com"/>' });
    expect(plugin).toMatchObject({ name: expect.stringMatching(/^plugin-\d+\.zip$/), dataSets: [] });
  });
});

describe('what cannot be read is said in a sentence', () => {
  const messageOf = async (loading: Promise<unknown>) => {
    const error = await loading.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(PluginUnreadableError);
    return error instanceof Error ? error.message.replace(/^plugin-\d+/, 'plugin') : '';
  };

  test.each<[string, Record<string, string>, string | RegExp]>([
    ['no plugin.xml', { 'readme.txt': '' }, 'plugin.zip: there is no plugin.xml in it.'],
    [
      'two plugins',
      { 'a/plugin.xml': PLUGIN_XML, 'b/plugin.xml': PLUGIN_XML },
      'plugin.zip: it holds more than one plugin (a/ and b/); choose one.',
    ],
    ['another root', { 'plugin.xml': '<html/>' }, 'plugin.xml: the root element is not <plugin>.'],
    [
      'broken XML',
      { 'plugin.xml': PLUGIN_XML, 'queries_root/a.named_queries.xml': '<queries>\n<query></queries>' },
      /^queries_root\/a\.named_queries\.xml: not well-formed XML, line 2: .+[^.]\.$/,
    ],
    ['an empty file', { 'plugin.xml': '' }, /^plugin\.xml: not well-formed XML/],
  ])('%s', async (_, files, message) => {
    expect(await messageOf(load(files))).toMatch(message);
  });

  test('not a ZIP, a ZIP cut short, nothing there', async () => {
    expect(await messageOf(loadPlugin(await saved(strToU8('hello'))))).toBe('plugin.zip: not a ZIP file.');
    const whole = zipOf({ 'plugin.xml': PLUGIN_XML });
    expect(await messageOf(loadPlugin(await saved(whole.slice(0, -30))))).toMatch(/damaged, encrypted or cut short/);
    expect(await messageOf(loadPlugin(join(folder, 'none')))).toMatch(/none: there is no such file or folder\.$/);
  });
});
