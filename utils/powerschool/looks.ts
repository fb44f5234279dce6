/**
 * Does a page look like PowerSchool's administration, whatever its host? Told by its path and by ids and links of
 * PowerSchool's own shell, never by words. Each sign was seen in public material (reference section 1 and 6).
 */
import { isExportAddress, type PageLocation } from './recognize.ts';

/** `manager`: the Data Export Manager. `inside`: elsewhere in the administration, or at its sign-in. */
export type PageLook = 'manager' | 'inside' | 'no';

/** Administrators' pages; teachers and parents have `/teachers/` and `/guardian/`. */
const ADMIN_PATH = /^\/admin\//i;

const SIGN_IN = '#LoginForm';

const SIGNS: readonly string[] = [
  // Content root of the classic and of the new shell (2026).
  '#content-main',
  // Classic shell, customization repositories.
  '#usercontext-bar',
  '#nav-main',
  'div.box-round',
  // Pickers of the new shell (2026).
  '#school_picker_adminSchoolPicker_toggle_btn, #term_picker_adminTermPicker_toggle_btn',
  // The session's watch.
  'meta#keep-alive-config, #sessiontimeoutwarning',
  // The sign-in page, `/admin/pw.html`.
  SIGN_IN,
  '#fieldUsername',
  '#fieldPassword',
  // The wizard's first step.
  '#columnListContainer',
  '#columnSelectionContainer',
  'a[href*="/admin/datamgmt/" i]',
];

/** One sign suffices where the path says it already; `/admin/` is the path of many other systems. */
export function looksOf(document: Document, location: PageLocation): PageLook {
  if (!ADMIN_PATH.test(location.pathname)) return 'no';
  const found = SIGNS.filter((sign) => document.querySelector(sign)).length;
  // The sign-in page may be the answer at any address.
  if (isExportAddress(location) && !document.querySelector(SIGN_IN)) return found >= 1 ? 'manager' : 'no';
  return found >= 2 ? 'inside' : 'no';
}

/** Whether a path alone could be PowerSchool's administration: nothing else is looked at. */
export const isAdminPath = ({ pathname }: PageLocation): boolean => ADMIN_PATH.test(pathname);
