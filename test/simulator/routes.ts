import { addressOf } from './address.ts';
import { asset } from './assets.ts';
import { control } from './control.ts';
import { sessionCookie } from './cookies.ts';
import { checkExport, exportFile, recordsOf } from './exporting.ts';
import { OutputError } from './output-form.ts';
import { columnsPart } from './pages/columns.ts';
import { loginPage } from './pages/login.ts';
import { menuPage } from './pages/menu.ts';
import { helpPage, importPage } from './pages/neighbors.ts';
import { previewPage } from './pages/preview.ts';
import { recordsStep } from './pages/records.ts';
import { newSchedule, reportQueuePage, scheduleForm, templatesPage } from './pages/templates.ts';
import { exportFromOptions, wizardPage } from './pages/wizard.ts';
import { copyTemplate, openTemplate, type SaveRequest, saveTemplate } from './saving.ts';
import { type Ending, type Schedule, type Session, secondsRemaining } from './sessions.ts';
import type { ExportedFile } from './types.ts';
import { json, page, plain, type Reply, redirect, type Visit } from './visit.ts';
import { freshState, offerOf, parseState } from './wizard-state.ts';

const LOGIN = '/admin/pw.html';
const START = '/admin/home.html';
const MANAGER = '/admin/datamgmt/exportmanager.action';

/** Answers one request. */
export async function answer(visit: Visit): Promise<Reply> {
  const open = (await asset(visit.path)) ?? control(visit) ?? logIn(visit);
  if (open) return open;
  const { session, path } = visit;
  if (path === '/ws/session/seconds-remaining')
    return json({ seconds: keepAlive(session, visit.query.get('active') === '1') });
  if (!session || secondsRemaining(session) === 0) return redirect(LOGIN);
  const ending = visit.method === 'POST' ? ENDINGS[path] : undefined;
  if (ending && session.endsAt.delete(ending)) {
    session.loggedIn = false;
    return redirect(LOGIN);
  }
  session.lastSeen = Date.now();
  try {
    return inside(visit, session) ?? plain('There is no such page.', 404);
  } catch (error) {
    if (error instanceof OutputError) return json({ error: error.message }, 422);
    throw error;
  }
}

function keepAlive(session: Session | undefined, active: boolean): number {
  if (!session) return 0;
  if (active && secondsRemaining(session) > 0) session.lastSeen = Date.now();
  return secondsRemaining(session);
}

/** Requests at which a session may end: those that a first Next makes, and the save dialog's. */
const ENDINGS: Record<string, Ending> = {
  '/admin/datamgmt/exportrecords.action': 'next',
  [MANAGER]: 'next',
  '/admin/datamgmt/exportsave.action': 'save',
};

function logIn({ method, path, body, session, sessions }: Visit): Reply | undefined {
  if (path === '/admin/~loff') {
    if (session) session.loggedIn = false;
    return redirect(LOGIN);
  }
  if (path === '/favicon.ico') return { status: 204, headers: {}, body: '' };
  if (path !== '/' && path !== LOGIN) return undefined;
  const { username, password } = Object.fromEntries(new URLSearchParams(body));
  if (method !== 'POST' || !username || !password) return page(loginPage());
  const own = session ?? sessions.create();
  own.loggedIn = true;
  own.lastSeen = Date.now();
  return redirect(START, { 'set-cookie': sessionCookie(own) });
}

/** Pages and services for a logged-in administrator. */
function inside({ method, path, query, body }: Visit, session: Session): Reply | undefined {
  switch (path) {
    case MANAGER:
      return method === 'POST' ? keepWizard(session, body) : openWizard(session, query);
    case '/admin/datamgmt/exportsets.action':
      return page(exportFromOptions(session, query.get('category') ?? '', ''));
    case '/admin/datamgmt/exportcolumns.action': {
      const part = columnsPart(session, query.get('from') ?? '');
      return part && json(part);
    }
    case '/admin/datamgmt/exportrecords.action': {
      const state = parseState(body);
      const heading = offerOf(session, state.exportFrom)?.text ?? '';
      return json({ heading, html: recordsStep(session, state).text });
    }
    case '/admin/datamgmt/exportpreview.action':
      return page(previewPage(session, parseState(body), Number(query.get('page'))));
    case '/admin/datamgmt/exportcount.action':
      return json({ count: recordsOf(session, parseState(body)).count });
    case '/admin/datamgmt/exportsave.action':
      return json(saveTemplate(session, JSON.parse(body) as SaveRequest));
    case '/admin/datamgmt/exportcheck.action':
      return json({ fileName: checkExport(session, parseState(body)) });
    case '/admin/datamgmt/exportfile.action':
      return deliver(session, body);
    case '/admin/datamgmt/exporttemplates.html':
      return page(templatesPage(session));
    case '/admin/datamgmt/exportschedule.action':
      return schedule(session, method, query, body);
    case '/admin/datamgmt/exportcopy.action':
      copyTemplate(session, Number(query.get('template')));
      return json({});
    case '/admin/datamgmt/exportdelete.action':
      session.templates = session.templates.filter(({ id }) => id !== Number(query.get('template')));
      session.schedules.delete(Number(query.get('template')));
      return json({});
    case '/admin/datamgmt/importmanager.action':
      return page(importPage(session));
    case '/admin/datamgmt/help.html':
      return page(helpPage(session));
    case '/admin/reportqueue/home.html':
      return page(reportQueuePage(session));
    case '/admin/reportqueue/file.action': {
      const file = session.exports[Number(query.get('export'))];
      return file && attachment(file);
    }
    default: {
      const menu = menuPage(session, path);
      return menu && page(menu);
    }
  }
}

/** The variant steps=server: the page posts its state, and comes again at another step. */
function keepWizard(session: Session, body: string): Reply {
  const state = parseState(new URLSearchParams(body).get('state') ?? '');
  session.wizard = state;
  return { ...redirect(addressOf(session, `${MANAGER}?step=${state.step}`)), status: 303 };
}

function openWizard(session: Session, query: URLSearchParams): Reply {
  const template = query.get('templateId');
  try {
    if (template !== null) return page(wizardPage(session, openTemplate(session, Number(template))));
  } catch (error) {
    if (error instanceof OutputError) return page(wizardPage(session, freshState(), error.message));
    throw error;
  }
  return page(wizardPage(session, (query.has('step') ? session.wizard : null) ?? freshState()));
}

function deliver(session: Session, body: string): Reply {
  const { fileDelivery } = session.variants;
  const sent = fileDelivery === 'form-post' ? (new URLSearchParams(body).get('state') ?? '') : body;
  const file = exportFile(session, parseState(sent));
  return fileDelivery === 'report-queue' ? json({ queue: '/admin/reportqueue/home.html' }) : attachment(file);
}

function attachment({ fileName, bytes }: ExportedFile): Reply {
  const headers = {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${fileName.replaceAll('"', '')}"`,
  };
  return { status: 200, headers, body: bytes };
}

function schedule(session: Session, method: string, query: URLSearchParams, body: string): Reply {
  const id = Number(query.get('template'));
  if (method === 'POST') session.schedules.set(id, JSON.parse(body) as Schedule);
  else if (method === 'DELETE') session.schedules.delete(id);
  else return page(scheduleForm(session, session.schedules.get(id) ?? newSchedule()));
  return json({});
}
