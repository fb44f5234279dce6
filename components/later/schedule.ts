/** What the panel shows of My Templates and of the dialog "Set Schedule": plain data, made by utils/assistant. */
import type { ScheduleAdvice, ScheduleLine } from '../../utils/template/schedule.ts';

export interface AdviceView {
  advice: ScheduleAdvice;
  /** What else the receiver says about the time; '' for nothing. */
  note: string;
  /** The time that the administrator gave, `HH:MM`; '' for none. */
  chosen: string;
}

/** The dialog of one template. */
export interface ScheduleView {
  kind: 'schedule';
  /** '' where the page does not tell. */
  template: string;
  /** The file that it exports; '' for a template that is not one of the receiver's: then there are no lines. */
  fileName: string;
  /** As planSchedule gives them. */
  lines: ScheduleLine[];
  times: AdviceView;
}

/** One of the receiver's files, and its template in PowerSchool's list. */
export interface ListedTemplate {
  fileId: string;
  fileName: string;
  templateName: string;
  /** How often it stands in the list that is shown. */
  listed: number;
  /** It can be opened from there. */
  opens: boolean;
  /** Null where that is not sure. */
  schedules: boolean | null;
  /** When it runs, in the page's words; '' where the page does not tell. */
  schedule: string;
  /** Formatted dates, '' for never. */
  savedOn: string;
  verifiedOn: string;
  /** It was opened and is not what it should be. */
  drift: boolean;
}

export interface TemplateListView {
  kind: 'template-list';
  /** The list of scheduled templates is shown, not My Templates. */
  scheduled: boolean;
  files: ListedTemplate[];
  times: AdviceView;
}
