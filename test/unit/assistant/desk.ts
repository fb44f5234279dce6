import { afterEach, beforeAll, beforeEach, vi } from 'vitest';
import type { PanelView } from '../../../components/view.ts';
import { Assistant } from '../../../utils/assistant/assistant.ts';
import { Later } from '../../../utils/assistant/later/later.ts';
import type { Bridge } from '../../../utils/assistant/types.ts';
import { emptySite } from '../../../utils/checklist/empty.ts';
import { type Observation, observe } from '../../../utils/checklist/progress.ts';
import type { Site, StoredChoices } from '../../../utils/checklist/store.ts';
import { classtag } from '../../../utils/profile/classtag.ts';
import { classtagChecks } from '../../../utils/profile/classtag-checks.ts';
import { fixtureHtml, rememberStyles } from '../powerschool/fixtures.ts';

const WIZARD = '/admin/datamgmt/exportmanager.action';

/** Stands in for the browser: takes in what is observed, as the background would. */
export class FakeBridge implements Bridge {
  alive = true;
  site: Site;
  observedAll: Observation[] = [];
  lastFile: string | null = null;
  intended: string[] = [];
  taken = 0;

  constructor(site: Site) {
    this.site = site;
  }
  isAlive(): boolean {
    return this.alive;
  }
  observed(observations: Observation[], fileId: string | null): void {
    this.observedAll.push(...observations);
    this.lastFile = fileId;
    this.site = { ...this.site, progress: observations.reduce(observe, this.site.progress) };
  }
  choices(choices: StoredChoices): void {
    this.site = { ...this.site, choices };
  }
  async intend(fileId: string): Promise<void> {
    this.intended.push(fileId);
  }
  intentTaken(): void {
    this.taken += 1;
  }
  get saved(): string[] {
    return this.observedAll.flatMap(({ fileId, saved }) => (saved ? [`${fileId} as ${saved.name}`] : []));
  }
}

export interface Desk {
  assistant: Assistant;
  bridge: FakeBridge;
  /** Everything that was shown, latest last. */
  views: (PanelView | null)[];
  view(): PanelView;
  assigned: string[];
  /** What the tab was told to remember, latest last. */
  kept: string[];
}

let stop = new AbortController();

/** Fake time, and one assistant at a time. */
export function useDesk(): void {
  beforeAll(() => rememberStyles(window));
  beforeEach(() => {
    stop = new AbortController();
    vi.useFakeTimers();
  });
  afterEach(() => {
    stop.abort();
    vi.useRealTimers();
    document.documentElement.innerHTML = '';
  });
}

/** Another copy of the extension takes the page over. */
export function endAssistant(): void {
  stop.abort();
  stop = new AbortController();
}

/** Puts a stored page into the document. */
export function show(fixture: string): void {
  document.documentElement.innerHTML = fixtureHtml(fixture);
}

export function startAssistant(
  options: { pathname?: string; site?: Site; lastFile?: string | null; memory?: string } = {},
): Desk {
  const bridge = new FakeBridge(options.site ?? emptySite('2026-01-01T00:00:00.000Z'));
  const views: (PanelView | null)[] = [];
  const assigned: string[] = [];
  const location = { pathname: options.pathname ?? WIZARD, assign: (url: string) => assigned.push(url) };
  const assistant = new Assistant({
    document,
    location: location as unknown as Location,
    profile: classtag,
    bridge,
    site: bridge.site,
    lastFile: options.lastFile ?? null,
    signal: stop.signal,
    onView: (view) => views.push(view),
  });
  const kept: string[] = [];
  const keeper = {
    keep: async (memory: string): Promise<void> => void kept.push(memory),
    finish: () => undefined,
    checkFiles: () => undefined,
    takePicture: () => undefined,
  };
  assistant.attach((inner) => new Later(inner, keeper, options.memory ?? '', classtagChecks));
  const view = (): PanelView => {
    const last = views.at(-1);
    if (!last) throw new Error('Nothing is shown.');
    return last;
  };
  return { assistant, bridge, views, view, assigned, kept };
}

/** Lets the page, the assistant and its timers run. */
export const pass = (milliseconds = 300): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

export function find<E extends Element>(selector: string): E {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

/** The kind of the body, and what belongs to it. */
export function body<K extends PanelView['body']['kind']>(
  desk: Desk,
  kind: K,
): Extract<PanelView['body'], { kind: K }> {
  const { body: shown } = desk.view();
  if (shown.kind !== kind) throw new Error(`The panel shows ${shown.kind}.`);
  return shown as Extract<PanelView['body'], { kind: K }>;
}
