import { wording } from '../text.ts';
import * as pageWords from '../words.ts';

/**
 * Everything that a picture may say in words. Texts of the interface are compared whole, parts of ids and class names
 * one by one; what is not here comes out as length and shape (redact.ts). From the reference, sections 2, 3 and 6.
 */

/** Texts of the interface that the reader does not ask for, but that tell a developer where on the page he is. */
const MORE_TEXTS = [
  'Data Export Manager, Export, My Templates, Scheduled System Templates, Start Page, Page and Data Management',
  'Data and Reporting, Exports, System, Setup, Loading..., Loading, Please wait, Search, Help, Sign Out',
  'Show All, Tables, Additional Data Sets, Additional Datasets, Select Columns to Export, Expand All, Collapse All',
  'Sort, Field, Label, Labels, Labels Used on Export, Remove, Up, Down, Delete, Next, Prev, Previous, Back, Cancel',
  'Close, OK, Apply, Clear, Reset, Save, Edit, Copy, Run, Add, Actions, Action, Yes, No, Select All, All, None',
  'Select/Edit Records, Filter, Filters, Add Filter, Export Filtered Rows, Export All Rows, Edit, Records',
  'Export Summary and Output Options, Export Summary, Export Format, Export Options, Output Options, Records to Export, Field Value, Label Value',
  'Save Template, Save Export Template, Save as New, Name, Description, Set Schedule, Schedule, Schedule Template',
  'Schedule Active, Active, When to Execute, Send Output To, Path, Email Completion Report To, Last Run, Next Run',
  'Data Set, Data Source, Created By, Modified, Time, Days, AM, PM',
  'Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sun, Mon, Tue, Wed, Thu, Fri, Sat',
  'Category, Export From, Line Delimiter, Field Delimiter, Character Set, Export File Name',
  'Include Column Headers, Surround "Field Values" in Quotes',
];

/** Texts and values of the three lists of output options. */
const OPTIONS = [
  'CR, LF, CRLF, CR/LF, CR-LF, CR LF, CR + LF, Tab, Comma, Semicolon, Pipe, Space, Other, Custom',
  'UTF-8, UTF8, Unicode (UTF-8), Unicode, Windows ANSI, Mac Roman, MacRoman, ISO 8859-1, ISO-8859-1, ISO8859_1',
  'Windows-1252, Cp1252, US-ASCII, ASCII, UTF-16, filtered, all, on, true, false',
];
/** As option values; a comma is written here because lists above are split at commas. */
const RAW_OPTIONS = ['\r', '\n', '\r\n', '\t', ',', ';', '|', ', (comma)', 'comma (,)'];

/** Beginnings after which a text may go on with a name. */
const BEGINNINGS = ['nq - ', 'nq ', 'set schedule - '];

/** Tables and fields of PowerSchool's that stand beside a plugin's own. */
const FIELDS = [
  'students users schools teachers sections courses cc terms schoolstaff calendar attendance storedgrades',
  'dcid id guid email lastfirst student_number first_name last_name middle_name grade_level schoolid school_number',
  'termid teacherid studentid sectionid course_number course_name section_number enroll_status entrydate exitdate',
];

/** Parts of ids, class names and names: PowerSchool's, the wizard's and those of the libraries that it is made with. */
const PARTS = [
  'accordion action actions active address adjacent admin ajax alert alt angular app apply area arrow aside auto',
  'back badge bar body bottom bound box branding breadcrumb breadcrumbs btn btn button buttonpane buttons buttonset',
  'callout cancel caption card category cb cell center chars check checkbox checked child children choice choices',
  'classic clear clearfix close closethick closed code col collapse collapsed collapsible color column columnheader',
  'columnlist columnlistcontainer columns columnselection columnselectioncontainer combo combobox confirm container',
  'content control controls copy core corner count create cross csv current custom dark data dataset date datepicker',
  'day days default delete delimiter dem description details dialog dialogloading dirty disabled display div dm dnd',
  'down download draggable drop dropdown edit element email empty enabled end enhanced entry error even exact expand',
  'expandall expandbtn expanded expander export exportfrom exportmanager exporttemplate exporttemplates extra fa fade',
  'feedback field fielddelim fielddelimiter fieldname fields fieldset file filename filter filtered filters first fix',
  'fixed flex float folder foot footer for form format from front full glyphicon grid gridcell group half handle has head',
  'header headers heading help helper hidden hide hint home horizontal hour html icon id idexpandall image img import',
  'importmanager in include index info inline inner input invalid is item items jq jqgrid js jquery key label labels',
  'large last layout leaf left legend level light line linedelimiter link list listbox load loading lock login logo',
  'main manager mask mat material max menu menuitem message min minus minute modal module mode more move name nav',
  'navigation new next ng no node none not note number numeric odd of off offset on only open option options or order',
  'other out outer output overlay page pager pagination paging panel param parent part password path pds picker plus',
  'pointer popup portal position powerschool prefix prev preview previous primary pristine progress ps psdialog psui',
  'query quick quotes radio rb read readonly record records recordstoexport refresh remove repeat report required',
  'resizable resize right role root round row rowheader rows save saved scope screen script scroll scrollable search',
  'second section select selectable selected selection selector sendto separator session sessiontimeoutwarning set',
  'setting settings shaded shell show shown side sidebar signedout single size skip small sort sortable source space',
  'span spinner split sr stack start state static status step stepper steps sticky strong sub submit summary surround',
  'svg switch system tab table tabs tag target template templates term text textbox th theme tick time timeout title',
  'titlebar to toggle tool toolbar tooltip top total touched tr tree treegrid treeitem treenode type ui ul unchecked',
  'untouched up upload use user usercontext valid value values vertical view visible vue warn warning week wide widget',
  'width window with wizard workflow wrap wrapper xml datamgmt dataexport dataimport expanding folded unfolded',
  'importexport exportstudents pw htm do jsp psx districtoffice surroundinquotes includeheaders characterset charset',
  'react ember backbone kendo extjs ext yui mui ant aria auto chosen select2 bootstrap glyph icons row0 row1 h1 h2 h3',
];

/** HTML elements whose name may be told; of any other only the shape. */
const TAGS = [
  'a abbr address article aside audio b blockquote body br button canvas caption center cite code col colgroup datalist',
  'dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5',
  'h6 header hgroup hr html i iframe img input ins kbd label legend li main mark menu meter nav object ol optgroup option',
  'output p picture pre progress q s samp search section select slot small span strong sub summary sup svg table tbody td',
  'template textarea tfoot th thead time tr tt u ul var video wbr',
];

const ROLES = [
  'alert alertdialog application article banner button cell checkbox columnheader combobox complementary contentinfo',
  'dialog document feed form generic grid gridcell group heading img link list listbox listitem log main menu menubar',
  'menuitem menuitemcheckbox menuitemradio navigation none note option presentation progressbar radio radiogroup region',
  'row rowgroup rowheader scrollbar search searchbox separator slider spinbutton status switch tab table tablist tabpanel',
  'textbox toolbar tooltip tree treegrid treeitem',
];

const TYPES = [
  'button checkbox color date datetime-local email file hidden image month number password radio range reset search',
  'submit tel text time url week',
];

const LANGUAGES = ['en es fr de pt ar zh ja ko vi ru us mx gb ca ltr rtl auto'];

const split = (lines: readonly string[], by: RegExp) => new Set(lines.flatMap((line) => line.split(by)));

export const knownParts = split([...PARTS, ...FIELDS], / /);
export const knownTags = split(TAGS, / /);
/** Values of attributes that come from a list of HTML's or ARIA's own. */
export const knownValues = {
  role: split(ROLES, / /),
  type: split(TYPES, / /),
  lang: split(LANGUAGES, / /),
  scope: split(['row col rowgroup colgroup'], / /),
  state: split(['true false mixed page step location date time'], / /),
};
export const knownFields = split(FIELDS, / /);
/** `\r` and the like, compared to the letter. */
export const rawOptions = new Set(RAW_OPTIONS);

/** All strings in lists and objects of any depth: the reader's own words, whatever they are sorted by. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const readersWords = stringsIn(pageWords);

/** Whole texts, as `wording()` gives them. */
export const knownTexts = new Set(
  [...split([...MORE_TEXTS, ...OPTIONS], /, /), ...RAW_OPTIONS, ...readersWords].map(wording).filter(Boolean),
);

/** Beginnings, in lower case, the longest first. */
export const knownBeginnings = [...BEGINNINGS, ...readersWords.map((text) => `${text.trim()} `)]
  .filter((text) => text.length > 12 || BEGINNINGS.includes(text))
  .sort((a, b) => b.length - a.length);
