import { VARIANTS } from '../index.ts';
import { expect, test } from './simulator.ts';
import {
  chooseDataSet,
  goToOutput,
  labelTable,
  lastExport,
  openTemplate,
  openWizard,
  pressNext,
  readState,
  saveAs,
  setOutput,
} from './walk.ts';

/** Variants that hinder a person's typing or saving, or end the session; tests of their own hold them. */
const APART = ['hostile', 'loginExpiry', 'sessionLength', 'reload', 'saveAnswer'];
const LABELS =
  'agentSourcedIds,dcid,email,familyName,givenName,grades,languages,orgSourcedIds,phone,role,sms,sourcedId';

/** As many walks as the longest variant has values; in walk n each variant has its nth value, round and round. */
const entries = Object.entries(VARIANTS).filter(([name]) => !APART.includes(name));
const walks = Array.from({ length: Math.max(...entries.map(([, { values }]) => values.length)) }, (_, walk) =>
  Object.fromEntries(entries.map(([name, { values }]) => [name, values[walk % values.length] ?? values[0]])),
);

for (const [walk, variants] of walks.entries()) {
  test(`a person sets up users.csv by hand, variant values number ${walk + 1}`, async ({ page, origin }) => {
    await openWizard(page, origin, variants);
    await chooseDataSet(page, variants.exportFromValues === 'name' ? 'com.classtag.one_roster_users' : '1001');
    await labelTable(page, 'USERS');
    await goToOutput(page);
    await setOutput(page, 'users.csv');
    await saveAs(page, 'classtag_users');
    if (variants.saveEnds === 'my-templates') {
      await openTemplate(page, 'classtag_users');
      if (variants.templateOpens === 'columns') await goToOutput(page);
    }
    await pressNext(page);
    await expect.poll(async () => (await readState(page)).exports.length).toBe(1);

    const text = await lastExport(page);
    const delimiter = variants.crByte === '0A' ? '\n' : '\r';
    const mark = variants.byteOrderMark === 'yes' ? '\u00ef\u00bb\u00bf' : '';
    expect(text.split(delimiter)[0]).toBe(mark + LABELS);
    const { templates, saves } = await readState(page);
    expect(saves).toBe(1);
    expect(templates[0]?.columns.map(({ label }) => label).join(',')).toBe(LABELS);
    expect(templates[0]?.output).toEqual({
      fileName: 'users.csv',
      lineDelimiter: 'CR',
      fieldDelimiter: 'Comma',
      characterSet: 'UTF-8',
      includeHeaders: true,
      surroundInQuotes: false,
    });
  });
}
