import { NO_BREAK_SPACE, type UserFault, withoutLeadingZeros, ZERO_WIDTH_SPACE } from './fault.ts';
import type { UserRow } from './rows.ts';

type Plant = UserFault['plant'];

/** A fault that puts fixed or derived values into a row. */
function change(rule: string, place: UserFault['place'], explanation: string, plant: Plant): UserFault {
  return { file: 'users', rule, place, explanation, plant };
}

function set(values: Partial<UserRow>): Plant {
  return (row) => ({ ...row, ...values });
}

/** Rule U10, a column of passwords, is no fault of a row: the plugin's query has no such column. */
export const USER_FAULTS = {
  'blank-user-id': change('U1', 'added', 'A user without sourcedId.', set({ sourcedId: '' })),
  'duplicate-user-id': change('U1', 'added', 'A student listed twice, the same sourcedId.', (_, { clean, copy }) =>
    clean.student(copy),
  ),
  'same-id-two-roles': change(
    'U1',
    'added',
    'A teacher listed again as a parent, the same sourcedId.',
    (_, context) => ({
      ...context.clean.user(context.clean.supportStaff + context.copy),
      role: 'parent',
    }),
  ),
  'blank-role': change('U2', 'added', 'A user without role.', set({ role: '' })),
  'unknown-role': change('U2', 'added', 'A role that is none of the eight.', set({ role: 'staff' })),
  'role-in-wrong-case': change('U2', 'added', 'A role in the wrong case: Aide.', set({ role: 'Aide' })),
  'blank-given-name': change('U3', 'student', 'A student without given name.', set({ givenName: '' })),
  'blank-family-name': change('U3', 'student', 'A student without family name.', set({ familyName: '' })),
  'blank-school': change('U4', 'student', 'A student without school id.', set({ orgSourcedIds: '' })),
  'unknown-school': change('U4', 'student', 'A school id that no school has.', set({ orgSourcedIds: '99999' })),
  'school-id-lost-zeros': change('X1', 'student', 'A school id without its leading zeros.', (row) => ({
    ...row,
    orgSourcedIds: withoutLeadingZeros(row.orgSourcedIds),
  })),
  'seven-guardians': change('U5', 'student', 'More than six ids in agentSourcedIds.', (row, { clean }) => {
    const others = Array.from({ length: 7 }, (_, guardian) => clean.guardianId(guardian));
    const seven = [row.agentSourcedIds, ...others.filter((id) => id !== row.agentSourcedIds)].slice(0, 7);
    return { ...row, agentSourcedIds: seven.join(',') };
  }),
  'unknown-guardian': change('U5', 'student', 'A guardian id that no user has.', set({ agentSourcedIds: 'G9999999' })),
  'guardian-is-teacher': change('U5', 'student', 'A guardian id that is a teacher’s.', (row, { clean }) => ({
    ...row,
    agentSourcedIds: clean.staffId(clean.supportStaff),
  })),
  'guardian-on-teacher': change(
    'U5',
    'teacher',
    'A guardian’s id in a teacher’s agentSourcedIds.',
    (row, { clean }) => ({
      ...row,
      agentSourcedIds: clean.guardianId(0),
    }),
  ),
  'own-guardian': change('U5', 'student', 'A student listed as their own guardian.', (row) => ({
    ...row,
    agentSourcedIds: row.sourcedId,
  })),
  'guardian-listed-twice': change('U5', 'student', 'The same guardian twice in agentSourcedIds.', (row) => ({
    ...row,
    agentSourcedIds: `${row.agentSourcedIds},${row.agentSourcedIds}`,
  })),
  'two-guardians-unquoted': change(
    '5',
    'student',
    'Two guardians: the list’s comma needs quotes.',
    (row, { clean }) => {
      const other = [clean.guardianId(0), clean.guardianId(1)].find((id) => id !== row.agentSourcedIds);
      return { ...row, agentSourcedIds: `${row.agentSourcedIds},${other ?? ''}` };
    },
  ),
  'student-without-guardian': change('U12', 'student', 'A student without guardian.', set({ agentSourcedIds: '' })),
  'raw-powerschool-grade': change('U6', 'student', 'PowerSchool’s grade number 0 instead of KG.', set({ grades: '0' })),
  'unknown-grade': change('U6', 'student', 'A grade that is no code.', set({ grades: 'Grade 3' })),
  'student-without-grade': change('U6', 'student', 'A student without grade.', set({ grades: '' })),
  'malformed-email': change('U7', 'guardian', 'An e-mail address without @.', set({ email: 'parent.example.org' })),
  'guardian-without-contact': change(
    'U7',
    'guardian',
    'A guardian with neither email nor sms, who cannot log in.',
    set({ email: '', sms: '' }),
  ),
  'malformed-phone': change('U8', 'guardian', 'A mobile number too short to dial.', set({ sms: '555-01' })),
  'phone-from-spreadsheet': change(
    'U8',
    'guardian',
    'A number that a spreadsheet rounded.',
    set({ sms: '2.12556E+09' }),
  ),
  'two-phones-in-one-value': change(
    'U8',
    'guardian',
    'Two mobile numbers in one value.',
    set({ sms: '212-555-0111 / 212-555-0122' }),
  ),
  'mobiles-in-phone-column': change(
    'U8',
    'everyGuardian',
    'The mobile numbers of all guardians stand in phone, and sms is empty.',
    (row) => ({ ...row, phone: row.sms || row.phone, sms: '' }),
  ),
  'language-by-name': change('U9', 'guardian', 'A language’s name instead of its code.', set({ languages: 'Spanish' })),
  'two-languages': change('U9', 'guardian', 'Two languages in one value.', set({ languages: 'es,en' })),
  'same-person-other-contact': change(
    'U11',
    'added',
    'A teacher who is also a parent, under another id and address, so that two accounts arise.',
    (row, { clean, copy, index }) => ({
      ...clean.user(clean.supportStaff + copy),
      sourcedId: `GX${row.sourcedId.slice(2)}`,
      role: 'parent',
      email: `parent.${index + 1}@example.org`,
      sms: '212-555-0133',
      dcid: row.dcid,
    }),
  ),
  'comma-in-name': change('5', 'student', 'A comma in a family name: Jr. after it.', (row) => ({
    ...row,
    familyName: `${row.familyName}, Jr.`,
  })),
  'quotes-in-name': change('F8', 'student', 'A nickname in quotation marks.', (row) => ({
    ...row,
    givenName: `${row.givenName} "Ace"`,
  })),
  'line-break-in-name': change('5', 'student', 'A line break inside a name.', (row) => ({
    ...row,
    givenName: `${row.givenName}\r\n`,
  })),
  'wrongly-decoded-name': change(
    'F1',
    'student',
    'UTF-8 once read as Windows ANSI: JosÃ©.',
    set({ givenName: 'JosÃ©' }),
  ),
  'no-break-space-in-name': change('invisible', 'student', 'A no-break space inside a name.', (row) => ({
    ...row,
    familyName: `${row.familyName}${NO_BREAK_SPACE}Reyes`,
  })),
  'control-character-in-name': change('invisible', 'student', 'A control character inside a name.', (row) => ({
    ...row,
    givenName: `${row.givenName}\u0007`,
  })),
  'invisible-character-in-user-id': change('invisible', 'added', 'A zero-width space inside a sourcedId.', (row) => ({
    ...row,
    sourcedId: `${row.sourcedId}${ZERO_WIDTH_SPACE}`,
  })),
  'spaces-around-user-id': change('F9', 'added', 'A sourcedId with a space before and after.', (row) => ({
    ...row,
    sourcedId: ` ${row.sourcedId} `,
  })),
  'user-id-from-spreadsheet': change('U1', 'added', 'A sourcedId that a spreadsheet rounded.', (row, { copy }) => ({
    ...row,
    sourcedId: `1.0${copy}E+08`,
  })),
} satisfies Record<string, UserFault>;
