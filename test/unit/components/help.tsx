/** Draws panel, popup and finish page in jsdom and watches their callbacks. jsdom's events are those of scripts: never trusted. */
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { Check } from '../../../components/check/Check.tsx';
import type { CheckActions, CheckView } from '../../../components/check/types.ts';
import { Finish } from '../../../components/finish/Finish.tsx';
import type { FinishActions, FinishView } from '../../../components/finish/types.ts';
import { Panel, type PanelProps } from '../../../components/Panel.tsx';
import { Popup } from '../../../components/Popup.tsx';
import type { PanelActions, PanelView, PopupActions, PopupView } from '../../../components/view.ts';
import { actions, checkActions } from '../../gallery/actions.ts';
import { later } from '../../gallery/later.ts';

/** jsdom has no layout, hence no observer of sizes. */
class NoResizes {
  observe() {}
  unobserve() {}
  disconnect() {}
}

type Actions = PanelActions & PopupActions & FinishActions;
type Watched = { [K in keyof Actions]: ReturnType<typeof vi.fn<Actions[K]>> };

export function watched(): Watched {
  const none = actions();
  return {
    chooseFile: vi.fn(none.chooseFile),
    confirmLeaving: vi.fn(none.confirmLeaving),
    nameFile: vi.fn(none.nameFile),
    selectFields: vi.fn(none.selectFields),
    applyLabels: vi.fn(none.applyLabels),
    undo: vi.fn(none.undo),
    dismissReport: vi.fn(none.dismissReport),
    cancel: vi.fn(none.cancel),
    setChoice: vi.fn(none.setChoice),
    setActAtOnce: vi.fn(none.setActAtOnce),
    later: vi.fn(none.later),
    setTemplateName: vi.fn(none.setTemplateName),
    goNext: vi.fn(none.goNext),
    startOver: vi.fn(none.startOver),
    checkFiles: vi.fn(none.checkFiles),
    dropFiles: vi.fn(none.dropFiles),
    allowOnce: vi.fn(none.allowOnce),
    allowAlways: vi.fn(none.allowAlways),
    takeBack: vi.fn(none.takeBack),
    takePicture: vi.fn(none.takePicture),
    openExportManager: vi.fn(none.openExportManager),
    openTemplates: vi.fn(none.openTemplates),
    typeDistrict: vi.fn(none.typeDistrict),
    saveDistrict: vi.fn(none.saveDistrict),
    copy: vi.fn(none.copy),
    print: vi.fn(none.print),
  };
}

export interface Drawn {
  root: ShadowRoot;
  on: ReturnType<typeof watched>;
  /** Draws again with another view. */
  show(props: Partial<PanelProps>): void;
  onFold: ReturnType<typeof vi.fn>;
  onMove: ReturnType<typeof vi.fn>;
}

/** The panel in a shadow root, as in PowerSchool's page; by default whoever does something counts as a person. */
export function drawPanel(view: PanelView, more: Partial<PanelProps> = {}): Drawn {
  vi.stubGlobal('ResizeObserver', NoResizes);
  const host = document.createElement('roster-export-assistant');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const [on, onFold, onMove] = [watched(), vi.fn(), vi.fn()];
  const base: PanelProps = {
    view,
    on,
    folded: false,
    onFold,
    position: null,
    onMove,
    later,
    isTrusted: everyone,
    ...more,
  };
  const show = (props: Partial<PanelProps>) => draw(<Panel {...base} {...props} />, root);
  show({});
  return { root, on, show, onFold, onMove };
}

export const everyone = () => true;

export function drawPopup(view: PopupView): { root: HTMLElement; on: ReturnType<typeof watched> } {
  const on = watched();
  const root = document.createElement('div');
  document.body.append(root);
  draw(<Popup view={view} on={on} />, root);
  return { root, on };
}

export function drawFinish(view: FinishView) {
  const on = watched();
  const root = document.createElement('div');
  document.body.append(root);
  const show = (next: FinishView) => draw(<Finish view={next} on={on} />, root);
  show(view);
  return { root, on, show };
}

/** The page that checks exported files. */
export function drawCheck(view: CheckView) {
  const none = checkActions();
  const on: { [K in keyof CheckActions]: ReturnType<typeof vi.fn<CheckActions[K]>> } = {
    check: vi.fn(none.check),
    compare: vi.fn(none.compare),
    again: vi.fn(none.again),
    other: vi.fn(none.other),
    cancel: vi.fn(none.cancel),
    set: vi.fn(none.set),
    setSchools: vi.fn(none.setSchools),
    keep: vi.fn(none.keep),
    forget: vi.fn(none.forget),
    save: vi.fn(none.save),
    print: vi.fn(none.print),
  };
  const root = document.createElement('div');
  document.body.append(root);
  const show = (next: CheckView) => draw(<Check view={next} on={on} />, root);
  show(view);
  return { root, on, show };
}

function draw(what: ComponentChild, into: Element | ShadowRoot): void {
  act(() => render(what, into));
}

type Root = ShadowRoot | HTMLElement;

const nameOf = (element: Element) => element.getAttribute('aria-label') ?? element.textContent ?? '';

export const buttonNames = (root: Root) => [...root.querySelectorAll('button')].map(nameOf);

/** The only button of this name, or whose name begins with it and a space. */
export function button(root: Root, name: string): HTMLButtonElement {
  const found = [...root.querySelectorAll('button')].filter(
    (b) => nameOf(b) === name || nameOf(b).startsWith(`${name} `),
  );
  if (found.length !== 1 || !found[0])
    throw new Error(`${found.length} buttons ${name}; ${buttonNames(root).join(' | ')}`);
  return found[0];
}

export function press(root: Root, name: string): void {
  act(() => button(root, name).click());
}

/** The checkbox whose label contains the text. */
export function box(root: Root, text: string): HTMLInputElement {
  const label = [...root.querySelectorAll('label')].find((l) => l.textContent?.includes(text));
  const input = label && root.querySelector(`[id="${label.htmlFor}"]`);
  if (!(input instanceof HTMLInputElement)) throw new Error(`no box ${text}`);
  return input;
}

export function tick(root: Root, text: string): void {
  act(() => box(root, text).click());
}

/** Types into a text box and leaves it. */
export function type(input: HTMLInputElement, text: string): void {
  act(() => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  act(() => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

export function key(target: Element, name: string): void {
  act(() => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }));
  });
}

export const text = (root: Root) => (root.textContent ?? '').replace(/\s+/g, ' ');
export const status = (root: Root) => root.querySelector('[role=status]')?.textContent ?? '';
