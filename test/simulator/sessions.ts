import { randomUUID } from 'node:crypto';
import { type Offer, offersOf } from './catalog.ts';
import type { DataSet, DistrictOptions, ExportedFile, SavedTemplate } from './types.ts';
import { chooseVariants, type Variants } from './variants.ts';
import type { WizardState } from './wizard-state.ts';
import { type Words, wordsIn } from './words.ts';

/** What the schedule dialog sets for a template. */
export interface Schedule {
  active: boolean;
  days: string[];
  time: string;
  sendTo: string;
  path: string;
  email: string;
}

/** What a session can end at: the first Next, or the first time a template is saved. */
export type Ending = 'next' | 'save';

/** Everything one log-in holds, in memory. */
export interface Session {
  id: string;
  variants: Variants;
  words: Words;
  district: DistrictOptions;
  offers: Offer[];
  templates: SavedTemplate[];
  schedules: Map<number, Schedule>;
  exports: ExportedFile[];
  /** How often a template was saved, new or again. */
  saves: number;
  /** Step and choices of the variant `steps=server`. */
  wizard: WizardState | null;
  loggedIn: boolean;
  /** The requests that still end the session, each once. */
  endsAt: Set<Ending>;
  lastSeen: number;
}

/** Keeps the sessions of one server. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();
  readonly #dataSets: readonly DataSet[];
  readonly #variants: Record<string, string>;
  readonly #district: DistrictOptions;

  constructor(dataSets: readonly DataSet[], variants: Record<string, string>, district: DistrictOptions) {
    this.#dataSets = dataSets;
    this.#variants = variants;
    this.#district = district;
  }

  /**
   * A new logged-in session.
   * @throws UnknownVariantError for a variant or value that does not exist
   */
  create(choices: Record<string, string> = {}, district: Partial<DistrictOptions> = {}): Session {
    const variants = chooseVariants({ ...this.#variants, ...choices });
    const session: Session = {
      id: randomUUID().replaceAll('-', '').toUpperCase(),
      variants,
      words: wordsIn(variants.language),
      district: { ...this.#district, ...district },
      offers: offersOf(this.#dataSets, variants),
      templates: [],
      schedules: new Map(),
      exports: [],
      saves: 0,
      wizard: null,
      loggedIn: true,
      endsAt: endingsOf(variants),
      lastSeen: Date.now(),
    };
    this.#sessions.set(session.id, session);
    return session;
  }

  find(id: string | undefined): Session | undefined {
    return id === undefined ? undefined : this.#sessions.get(id);
  }
}

/** Seconds until the session ends; 0 when it has ended. */
export function secondsRemaining(session: Session, now = Date.now()): number {
  if (!session.loggedIn) return 0;
  return Math.max(0, Math.round(Number(session.variants.sessionLength) - (now - session.lastSeen) / 1000));
}

function endingsOf({ loginExpiry, saveAnswer }: Variants): Set<Ending> {
  const endings = new Set<Ending>();
  if (loginExpiry === 'before-next') endings.add('next');
  if (saveAnswer === 'session-gone') endings.add('save');
  return endings;
}
