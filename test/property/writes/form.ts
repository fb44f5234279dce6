/** What a control holds, whatever kind it is. */
export type Held = string | boolean;

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const CONTROLS = 'input, select, textarea';
const MARK = 'data-means';

/** For the page's HTML: says what the control means. The mark is taken off before anybody reads the page. */
export const means = (meaning: string): string => `${MARK}="${meaning}"`;

/** A change of a control that the page did not make. */
export interface Write {
  meaning: string;
  from: Held;
  to: Held;
  /** Could a person have made it? */
  wasEditable: boolean;
  wasShown: boolean;
}

interface Known {
  meaning: string;
  held: Held;
  wasEditable: boolean;
  wasShown: boolean;
}

/**
 * Every control of the page, what each means, and what the page itself last left in it. Only one script runs at a time:
 * a control that differs when the page's own script begins was changed by somebody else.
 */
export class Form {
  readonly #document: Document;
  readonly #known = new Map<Element, Known>();
  readonly writes: Write[] = [];
  /** Controls that the page itself has changed, replaced, hidden or moved away since the beginning. */
  readonly touched = new Set<string>();

  constructor(document: Document) {
    this.#document = document;
    this.#look();
  }

  /** Whatever the page does, it does in here. */
  byPage(act: () => void): void {
    this.sync();
    act();
    this.#look();
  }

  /** Notes what was changed since the page's own scripts ran last. */
  sync(): void {
    for (const [element, known] of this.#known) {
      const now = heldIn(element as Control);
      if (now === known.held) continue;
      const { meaning, wasEditable, wasShown } = known;
      this.writes.push({ meaning, from: known.held, to: now, wasEditable, wasShown });
      known.held = now;
    }
  }

  /** The control that has this meaning now; null when there is none, or more than one. */
  control(meaning: string): Control | null {
    const found = [...this.#known].filter(([, known]) => known.meaning === meaning);
    return found.length === 1 ? ((found[0]?.[0] as Control) ?? null) : null;
  }

  /** The same, where it is shown. */
  shown(meaning: string): Control | null {
    const control = this.control(meaning);
    return control && isShown(control) ? control : null;
  }

  held(meaning: string): Held | null {
    const control = this.control(meaning);
    return control && heldIn(control);
  }

  meaningOf(element: Element): string | undefined {
    return this.#known.get(element)?.meaning;
  }

  /** The page uses a control for something else from now on. */
  remean(element: Element, meaning: string): void {
    const known = this.#known.get(element);
    if (known) known.meaning = meaning;
  }

  /** What every control holds, by meaning, in the page's order. */
  picture(): [meaning: string, held: Held][] {
    return [...this.#known].map(([element, { meaning }]) => [meaning, heldIn(element as Control)]);
  }

  #look(): void {
    const kept = new Map(this.#known);
    const before = new Map([...kept.values()].map(({ meaning, held }) => [meaning, held]));
    this.#known.clear();
    for (const element of this.#document.querySelectorAll<Control>(CONTROLS)) {
      const marked = element.getAttribute(MARK);
      element.removeAttribute(MARK);
      const old = kept.get(element);
      const meaning = marked ?? old?.meaning;
      if (meaning === undefined) throw new Error(`The generator does not know ${element.outerHTML}.`);
      const known = { meaning, held: heldIn(element), wasEditable: isEditable(element), wasShown: isShown(element) };
      this.#known.set(element, known);
      const isSame = old && old.wasEditable === known.wasEditable && old.wasShown === known.wasShown;
      if (kept.size > 0 && !(isSame && before.get(meaning) === known.held)) this.touched.add(meaning);
      before.delete(meaning);
    }
    for (const gone of before.keys()) this.touched.add(gone);
  }
}

/** A list holds the text of the option that is chosen, by its place: `2 CR`. */
export function heldIn(control: Control): Held {
  if (control.localName === 'select') {
    const { selectedIndex, options } = control as HTMLSelectElement;
    return `${selectedIndex} ${options[selectedIndex]?.text ?? ''}`;
  }
  const { type, checked } = control as HTMLInputElement;
  return type === 'checkbox' || type === 'radio' ? checked : control.value;
}

export function isEditable(control: Control): boolean {
  const isLocked = control.matches(':disabled, [aria-disabled="true"]');
  return !isLocked && !((control as HTMLInputElement).readOnly && control.type !== 'checkbox');
}

/** Every way in which the generator hides something. */
export const HIDDEN = [
  'hidden',
  'class="hide"',
  'style="display:none"',
  'style="visibility:hidden"',
  'style="height:0;overflow:hidden"',
] as const;
const FOLDED = '[style*="overflow"]';
const IN_HIDDEN = '[hidden], .hide, [style*="none"], [style*="visibility"]';

function isShown(control: Control): boolean {
  return control.closest(IN_HIDDEN) === null && control.closest(FOLDED) === null;
}

/** Gives a window that draws nothing the answers that one that draws would give. */
export function showByMarks(window: Window & typeof globalThis): void {
  const element = window.Element.prototype;
  element.checkVisibility = function checkVisibility() {
    return this.isConnected && this.closest(IN_HIDDEN) === null;
  };
  const height = (folded: number) => ({
    get(this: Element) {
      return this.matches(FOLDED) ? folded : 20;
    },
  });
  Object.defineProperty(element, 'clientHeight', height(0));
  Object.defineProperty(element, 'scrollHeight', height(20));
}
