import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classtagRoster } from '../../../../utils/profile/classtag-roster.ts';
import { oneroster } from '../../../../utils/profile/oneroster.ts';
import { defaultSettings, parseSchoolIds, settingsSchema, settingsUsed } from '../../../../utils/roster/settings.ts';

describe('settings', () => {
  it('make a difference where a rule asks for them', () => {
    expect(settingsUsed(classtagRoster)).toEqual({ level: true, guardians: true, schoolIds: true });
    expect(settingsUsed(oneroster)).toEqual({ level: false, guardians: false, schoolIds: false });
  });
});

describe('school ids', () => {
  it.each([
    ['', []],
    [' \n\t ', []],
    ['0104', ['0104']],
    ['104,0104', ['104', '0104']],
    ['104\r\n105\r106\n', ['104', '105', '106']],
    ['"104";"105"', ['104', '105']],
    ['‘104’, “105”', ['104', '105']],
    ['104\t105\u00a0106', ['104', '105', '106']],
    ['105, 104, 105', ['105', '104']],
    ['N-104_b', ['N-104_b']],
  ])('are read out of %j', (text, ids) => {
    expect(parseSchoolIds(text)).toEqual(ids);
  });

  it('come back from whatever stands between them', () => {
    const id = fc.stringMatching(/^[0-9A-Za-z._@/-]{1,12}$/);
    const between = fc.constantFrom(',', ', ', '\n', '\r\n', '\t', ' ', '","', ';\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(id, between)), (parts) => {
        const text = `"${parts.map((part) => part.join('')).join('')}"`;
        expect(parseSchoolIds(text)).toEqual([...new Set(parts.map(([one]) => one))]);
      }),
    );
  });
});

describe('kept settings', () => {
  it('pass if they are whole', () => {
    expect(settingsSchema.parse(defaultSettings)).toEqual(defaultSettings);
    for (const key of Object.keys(defaultSettings))
      expect(settingsSchema.safeParse({ ...defaultSettings, [key]: undefined }).success).toBe(false);
    expect(settingsSchema.safeParse({ ...defaultSettings, threshold: 101 }).success).toBe(false);
    expect(settingsSchema.safeParse({ ...defaultSettings, level: 'state' }).success).toBe(false);
  });
});
