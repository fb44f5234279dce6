// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { panelStates } from '../../gallery/states.ts';
import { button, drawPanel, key, press, status } from './help.tsx';

beforeEach(() => {
  // jsdom lays nothing out: the window and the panel get their sizes here.
  const page = { clientWidth: 1280, clientHeight: 800 };
  Object.defineProperty(document, 'scrollingElement', { configurable: true, value: page });
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(360);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(300);
  HTMLElement.prototype.setPointerCapture = () => {};
});
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

function drawn(more = {}, state = 'records') {
  const view = panelStates[state];
  if (!view) throw new Error(`no state ${state}`);
  const panel = drawPanel(view, more);
  const aside = panel.root.querySelector('aside');
  const bar = panel.root.querySelector('.bar') ?? aside;
  if (!aside || !bar) throw new Error('no panel');
  return { ...panel, aside, bar };
}

function pointer(target: Element, kind: string, clientX: number, clientY: number): void {
  const event = new MouseEvent(kind, { bubbles: true, composed: true, clientX, clientY });
  act(() => {
    target.dispatchEvent(event);
  });
}

describe('moving the panel', () => {
  it('starts at the top right', () => {
    const { aside } = drawn();
    expect([aside.style.left, aside.style.top]).toEqual(['912px', '8px']);
  });

  it('stands where it was put', () => {
    const { aside } = drawn({ position: { side: 'left', x: 40, y: 60 } });
    expect([aside.style.left, aside.style.top]).toEqual(['40px', '60px']);
  });

  it('follows the arrow keys by 16 pixels, inside the window, and tells where it is', () => {
    const { root, aside, onMove } = drawn();
    const handle = button(root, 'Move panel');
    key(handle, 'ArrowLeft');
    expect(aside.style.left).toBe('896px');
    expect(onMove).toHaveBeenLastCalledWith({ side: 'right', x: 24, y: 8 });
    expect(status(root)).toBe('Panel is 896 pixels from the left and 8 from the top.');
    key(handle, 'ArrowDown');
    expect(aside.style.top).toBe('24px');
    key(handle, 'ArrowUp');
    key(handle, 'ArrowUp');
    expect(aside.style.top).toBe('0px');
    key(handle, 'a');
    expect(onMove).toHaveBeenCalledTimes(4);
  });

  it('tells how when its handle is pressed', () => {
    const { root } = drawn();
    press(root, 'Move panel');
    expect(status(root)).toBe('Drag, or use the arrow keys.');
  });

  it('follows the pointer and remembers once, when it is let go', () => {
    const { aside, bar, onMove } = drawn();
    pointer(bar, 'pointerdown', 1000, 20);
    pointer(bar, 'pointermove', 700, 120);
    expect([aside.style.left, aside.style.top]).toEqual(['612px', '108px']);
    expect(onMove).not.toHaveBeenCalled();
    pointer(bar, 'pointerup', 700, 120);
    expect(onMove).toHaveBeenCalledExactlyOnceWith({ side: 'right', x: 308, y: 108 });
    pointer(bar, 'pointermove', 100, 120);
    expect(aside.style.left).toBe('612px');
  });

  it('goes back when the drag is broken off, and a mere click moves nothing', () => {
    const { aside, bar, onMove } = drawn();
    pointer(bar, 'pointerdown', 1000, 20);
    pointer(bar, 'pointermove', 700, 120);
    pointer(bar, 'pointercancel', 700, 120);
    expect(aside.style.left).toBe('912px');
    pointer(bar, 'pointerdown', 1000, 20);
    pointer(bar, 'pointerup', 1000, 20);
    expect(onMove).not.toHaveBeenCalled();
  });

  it('folds to the edge that it stood at', () => {
    expect(drawn({ folded: true }).aside.style.left).toBe('920px');
    expect(drawn({ folded: true, position: { side: 'left', x: 40, y: 60 } }).aside.style.left).toBe('0px');
  });

  const across = { x: 0, y: 200, width: 1280, height: 320, weight: 5 };

  it('is lower where there is less room, and shows what is to be done next; not where it was put', () => {
    vi.spyOn(HTMLElement.prototype, 'offsetTop', 'get').mockReturnValue(400);
    const { aside, show } = drawn({ keepFree: [across] }, 'save-filled');
    expect([aside.style.top, aside.style.maxHeight]).toEqual(['528px', '264px']);
    const scroll = aside.querySelector('.scroll');
    expect(scroll?.scrollTop).toBe(408);
    show({ keepFree: [] });
    expect([aside.style.top, aside.style.maxHeight]).toEqual(['492px', '']);
    show({ keepFree: [across], position: { side: 'left', x: 40, y: 60 } });
    expect([aside.style.top, aside.style.maxHeight]).toEqual(['60px', '']);
  });

  it.each([
    ['stays under the pointer where the next act is in it', 'guide-look', ['912px', '8px']],
    ['goes from under the pointer where the next act is on the page', 'records', ['8px', '8px']],
  ])('%s', (_, state, place) => {
    const { aside, show } = drawn({}, state);
    vi.spyOn(aside, 'matches').mockReturnValue(true);
    show({ keepFree: [{ x: 900, y: 0, width: 380, height: 800, weight: 5 }] });
    expect([aside.style.left, aside.style.top]).toEqual(place);
  });
});
