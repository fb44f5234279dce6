import type { DataSet } from './types.ts';

/** Field names as PowerSchool's data dictionary spells them, a modest choice of each table. */
const TABLES: Record<string, string[]> = {
  Students: [
    ...['ID', 'DCID', 'Student_Number', 'First_Name', 'Middle_Name', 'Last_Name', 'LastFirst', 'Grade_Level'],
    ...['SchoolID', 'Enroll_Status', 'EntryDate', 'ExitDate', 'DOB', 'Gender', 'Home_Phone', 'Home_Room'],
    ...['Street', 'City', 'State', 'Zip', 'Family_Ident', 'Student_AllowWebAccess'],
  ],
  Teachers: [
    ...['ID', 'DCID', 'TeacherNumber', 'First_Name', 'Last_Name', 'LastFirst', 'Email_Addr', 'SchoolID'],
    ...['Home_Phone', 'School_Phone', 'StaffStatus', 'Status', 'Title'],
  ],
  Schools: [
    ...['ID', 'DCID', 'School_Number', 'Name', 'Abbreviation', 'Low_Grade', 'High_Grade', 'Principal'],
    ...['SchoolPhone', 'SchoolAddress', 'SchoolCity', 'SchoolState', 'SchoolZip'],
  ],
  Courses: ['ID', 'DCID', 'Course_Number', 'Course_Name', 'Credit_Hours', 'SchoolID', 'Exclude_ADA'],
  Sections: [
    ...['ID', 'DCID', 'Course_Number', 'Section_Number', 'TermID', 'Teacher', 'SchoolID', 'Room'],
    ...['Expression', 'Grade_Level', 'No_Of_Students', 'MaxEnrollment'],
  ],
  CC: [
    ...['ID', 'DCID', 'StudentID', 'SectionID', 'Course_Number', 'Section_Number', 'TermID', 'SchoolID'],
    ...['TeacherID', 'DateEnrolled', 'DateLeft', 'Expression'],
  ],
};

/** What the category "Tables" offers: PowerSchool's own tables, beside any plugin's queries. */
export const plainTables: DataSet[] = Object.entries(TABLES).map(([table, fields]) => ({
  id: table,
  kind: 'table',
  optionText: table,
  descriptionHtml: '',
  columns: fields.map((field) => ({ table, field, name: `${table}.${field}` })),
  arguments: [],
  sql: '',
}));
