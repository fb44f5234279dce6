import { addressOf } from '../address.ts';
import { embedJson, html, type Markup, raw } from '../markup.ts';
import type { Session } from '../sessions.ts';
import { fill, type Words } from '../words.ts';

export interface ShellContent {
  /** The document's title. */
  title: string;
  /** The way from the start page, last entry without link. */
  breadcrumbs: [text: string, path: string][];
  content: Markup;
  /** Names of scripts in client/, run as modules. */
  scripts?: string[];
  /** What the scripts need to know. */
  config?: Record<string, unknown>;
}

const LIBRARIES = ['/scripts/jquery.js', '/scripts/jquery-ui.js'];

/** The frame around every admin page: header, user context, navigation, content, dialogs. */
export function shell(
  session: Session,
  { title, breadcrumbs, content, scripts = [], config = {} }: ShellContent,
): Markup {
  const { variants, words } = session;
  const libraries = variants.labelPickup === 'input-angular' ? [...LIBRARIES, '/scripts/angular.js'] : LIBRARIES;
  // The last two are Unicode's names for invented languages.
  const language = { en: 'en', es: 'es', fr: 'fr', pseudo: 'en-XA', 'pseudo-rtl': 'ar-XB' }[variants.language];
  const direction = variants.language === 'pseudo-rtl' ? 'rtl' : variants.direction;
  return html`<!DOCTYPE html>
<html lang="${language}" dir="${direction}" class="${variants.shell}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta id="keep-alive-config" data-warning-seconds="120" data-poll="/ws/session/seconds-remaining">
<title>${title}</title>
<link rel="stylesheet" href="/images/css/jquery-ui.css">
<link rel="stylesheet" href="/images/css/screen.css">
<link rel="stylesheet" href="/images/css/wizard.css">
<link rel="stylesheet" href="/images/css/preview.css">
${libraries.map(
  (source) => html`<script src="${source}"></script>
`,
)}<script>var $j = jQuery.noConflict();</script>
</head>
<body>
<div id="container">
${variants.shell === 'enhanced' ? enhancedHeader(words) : classicHeader(words)}
<div id="usercontext-bar">${breadcrumbTrail(session, breadcrumbs)}</div>
<div id="nav-main"><h3>${words.startPage}</h3><ul>
<li><a href="${addressOf(session, '/admin/home.html')}">${words.startPage}</a></li>
<li><a href="${addressOf(session, '/admin/sysadmin.html')}">${words.system}</a></li>
<li><a href="${addressOf(session, '/admin/reports.html')}">${words.reports}</a></li>
</ul></div>
<div id="content-main">
${content}
</div>
</div>
<div id="psDialog" class="psDialog hide"></div>
<div id="loading" class="hide"><span class="spinner"></span></div>
<div id="sessiontimeoutwarning" class="hide" role="alert">${words.sessionWarning}</div>
${embedJson('page-config', { ...config, variants, words })}
${['page', ...scripts].map(
  (name) => html`<script type="module" src="/scripts/client/${name}.js"></script>
`,
)}</body>
</html>
`;
}

const BRAND = raw('<a id="branding-powerschool" href="/admin/home.html">PowerSchool SIS (simulator)</a>');

function classicHeader(words: Words): Markup {
  return html`<div id="header">${BRAND}
<span id="user-name">${fill(words.welcome, 'Sam Example')}</span></div>`;
}

/** School and term pickers exist in the new shell only. */
function enhancedHeader(words: Words): Markup {
  return html`<div id="header">${BRAND}
<button type="button" id="school_picker_adminSchoolPicker_toggle_btn">${words.districtOffice}</button>
<button type="button" id="term_picker_adminTermPicker_toggle_btn">${fill(words.year, '26-27')}</button>
<span id="user-name">Sam Example</span></div>`;
}

function breadcrumbTrail(session: Session, breadcrumbs: [string, string][]): Markup {
  const last = breadcrumbs.length - 1;
  const items = breadcrumbs.map(([text, path], index) =>
    index === last ? html`<span>${text}</span>` : html`<a href="${addressOf(session, path)}">${text}</a> &gt; `,
  );
  return html`<div id="breadcrumbs">${items}</div>`;
}
