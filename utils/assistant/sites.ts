import type { GrantView, OfferView, SitesActions, SitesView } from '../../components/popup/sites.ts';
import { isAdminPath } from '../powerschool/looks.ts';
import { isExportAddress } from '../powerschool/recognize.ts';
import { coveredBy, covers, includes, patternOf, webAddress } from '../sites/patterns.ts';
import { say } from '../words/say.ts';

/** What the popup knows of its tab. */
export interface SitesTab {
  id: number | null;
  address: string | null;
  /** Answer of the content script, null where there is none. */
  page: { site: string } | null;
}

/** The browser's permissions and scripts (utils/browser/access.ts). */
export interface SitesAccess {
  grantedSites(): Promise<string[]>;
  requestSite(pattern: string): Promise<boolean>;
  takeBackSite(pattern: string): Promise<boolean>;
  injectPanel(tabId: number): Promise<void>;
  lookAt(tabId: number): Promise<unknown>;
}

/** Access to sites, as the popup shows and changes it. The browser's list of grants is asked each time, never kept. */
export class Sites {
  readonly #tab: SitesTab;
  readonly #access: SitesAccess;
  /** Patterns of the manifest. */
  readonly #builtIn: readonly string[];
  view: SitesView = { offer: null, blocked: '', builtIn: [], granted: [], message: '' };
  /** The tab's site where it is PowerSchool's, as far as could be seen; null otherwise. */
  site: string | null = null;
  /** Called when there is something else to show. */
  onChange: () => void = () => undefined;

  constructor(tab: SitesTab, access: SitesAccess, builtIn: readonly string[]) {
    this.#tab = tab;
    this.#access = access;
    this.#builtIn = builtIn;
  }

  /** Reads the browser's list and, where the tab may be PowerSchool without the extension, looks at its page. */
  async look(): Promise<void> {
    const granted = await this.#access.grantedSites();
    const tab = await this.#standing(granted);
    this.site = tab.site;
    this.view = {
      ...this.view,
      offer: tab.offer,
      blocked: tab.blocked,
      builtIn: this.#builtIn.map((pattern) => ({
        host: coveredBy(pattern)?.host ?? pattern,
        allowed: granted.some((one) => includes(one, pattern)),
      })),
      granted: granted.filter((pattern) => !this.#builtIn.some((own) => includes(own, pattern))).flatMap(grantView),
    };
    this.onChange();
  }

  /** What the popup's buttons do. @param close called when the panel is on its way into the page. */
  actions(close: () => void): SitesActions {
    return {
      allowAlways: async () => {
        if (await this.allowAlways()) close();
      },
      allowOnce: async () => {
        if (await this.allowOnce()) close();
      },
      takeBack: (pattern) => void this.takeBack(pattern),
    };
  }

  /** Asks the browser for the tab's site. @returns true when a page that had no panel is getting one. */
  async allowAlways(): Promise<boolean> {
    // First of all: browsers take no request after an await.
    const asked = this.#access.requestSite(patternOf(this.#address) ?? '');
    const { host, once } = this.view.offer ?? { host: '', once: false };
    const isGiven = await asked.catch(() => false);
    this.#tell(say(isGiven ? 'sites_allowed' : 'sites_refused', host));
    await this.look();
    return isGiven && once && this.view.blocked === '';
  }

  /** Puts the panel into the tab's page. @returns false when the browser did not let it. */
  async allowOnce(): Promise<boolean> {
    const { id } = this.#tab;
    const host = this.view.offer?.host ?? '';
    try {
      if (id !== null) await this.#access.injectPanel(id);
      return id !== null;
    } catch {
      this.#tell(say('sites_not_shown', host));
      this.onChange();
      return false;
    }
  }

  async takeBack(pattern: string): Promise<void> {
    const host = coveredBy(pattern)?.host ?? pattern;
    const name = host === '*' ? say('sites_every') : host;
    const isGone = await this.#access.takeBackSite(pattern).catch(() => false);
    const granted = isGone ? await this.#access.grantedSites() : [];
    // A grant for more than this host may be there as well, given in the browser's own settings.
    const wider = granted.find((one) => includes(one, pattern));
    const widerName = (wider && coveredBy(wider)?.host) ?? '';
    if (!isGone) this.#tell(say('sites_kept', name));
    else if (!wider) this.#tell(say('sites_taken_back', name));
    else this.#tell(say('sites_still_covered', name, widerName === '*' ? say('sites_every') : widerName));
    await this.look();
  }

  get #address(): string {
    return this.#tab.address ?? this.#tab.page?.site ?? '';
  }

  #tell(message: string): void {
    this.view = { ...this.view, message };
  }

  async #standing(
    granted: readonly string[],
  ): Promise<{ site: string | null; offer: OfferView | null; blocked: string }> {
    const { id, page } = this.#tab;
    const nothing = { site: null, offer: null, blocked: '' };
    const address = webAddress(this.#address);
    if (id === null || !address) return nothing;
    const { origin: site, host, hostname, protocol, port, href } = address;
    const known = this.#builtIn.some((pattern) => covers(pattern, href));
    const isAllowed = granted.some((pattern) => covers(pattern, href));
    const offer = (once: boolean): OfferView | null =>
      once || !isAllowed
        ? {
            host,
            known,
            once,
            always: !isAllowed,
            unencrypted: protocol === 'http:',
            everyPortOf: port === '' ? '' : hostname,
          }
        : null;
    if (page) return { site, offer: offer(false), blocked: '' };
    if (!known && !isAdminPath(address)) return nothing;
    const isManager = isExportAddress(address);
    if (isAllowed && !isManager && known) return { ...nothing, site };
    let look: unknown;
    try {
      look = await this.#access.lookAt(id);
    } catch {
      // The click lets the extension in, so the browser's own rules keep it out. Is it PowerSchool at all?
      return known || isManager ? { site, offer: null, blocked: host } : nothing;
    }
    if (look !== 'manager' && look !== 'inside' && !known) return nothing;
    return { site, offer: offer(look === 'manager'), blocked: '' };
  }
}

function grantView(pattern: string): GrantView[] {
  const what = coveredBy(pattern);
  if (!what) return [];
  return [{ pattern, host: what.host === '*' ? '' : what.host, unencrypted: what.scheme === 'http' }];
}
