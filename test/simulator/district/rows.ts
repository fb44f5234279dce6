/** One row of users.csv as the ClassTag plugin's query names its columns. */
export interface UserRow {
  sourcedId: string;
  orgSourcedIds: string;
  role: string;
  givenName: string;
  familyName: string;
  email: string;
  sms: string;
  phone: string;
  agentSourcedIds: string;
  grades: string;
  languages: string;
  dcid: string;
}

/** One row of classes.csv. */
export interface ClassRow {
  sourcedId: string;
  title: string;
  grades: string;
  location: string;
  schoolSourcedId: string;
  periods: string;
}

/** One row of enrollments.csv. */
export interface EnrollmentRow {
  classSourcedId: string;
  schoolSourcedId: string;
  userSourcedId: string;
  role: string;
}

export interface RosterRows {
  users: UserRow;
  classes: ClassRow;
  enrollments: EnrollmentRow;
}

export type RosterFile = keyof RosterRows;
