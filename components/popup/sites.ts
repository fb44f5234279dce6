/** What the popup shows of sites beside the built-in ones: plain data, made by utils/assistant/sites.ts. */

/** The tab shows PowerSchool, and something can be allowed there. */
export interface OfferView {
  /** Host, with the port where the address has one. */
  host: string;
  /** Is it one of PowerSchool's own hosts, which the browser allows only when it is asked? */
  known: boolean;
  /** It is the Data Export Manager without a panel: the panel can be put there this once. */
  once: boolean;
  /** The site is not granted yet. */
  always: boolean;
  unencrypted: boolean;
  /** The host without its port where the address has a port, which a permission cannot name; '' otherwise. */
  everyPortOf: string;
}

/** One grant of the browser's list. */
export interface GrantView {
  /** As the browser has it; names the grant. */
  pattern: string;
  /** `sis.example.org`; '' for every site. */
  host: string;
  unencrypted: boolean;
}

export interface SitesView {
  /** Null where the tab is no PowerSchool page, or lacks nothing. */
  offer: OfferView | null;
  /** The host on which the browser lets no extension work, '' for none. */
  blocked: string;
  /** Hosts that the manifest names, and whether the browser allows them all now. */
  builtIn: { host: string; allowed: boolean }[];
  /** What was granted beside them. */
  granted: GrantView[];
  /** How the last press ended, '' for nothing to say. */
  message: string;
}

export interface SitesActions {
  /** Puts the panel into the tab's page. */
  allowOnce(): void;
  /** Asks the browser for the tab's site: must be called in the very click. */
  allowAlways(): void;
  takeBack(pattern: string): void;
}
