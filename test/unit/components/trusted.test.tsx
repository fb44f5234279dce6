// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { byBrowser } from '../../../components/trusted.ts';
import { panelStates } from '../../gallery/states.ts';
import { box, button, drawPanel, everyone, key, press, tick } from './help.tsx';

afterEach(() => document.body.replaceChildren());

const columns = panelStates['columns-to-label'];
const leaving = panelStates['columns-leaving'];
if (!columns || !leaving) throw new Error('the gallery lost its states');

/** Scripts only: what jsdom dispatches is what a hostile page dispatches. */
const guarded = (view = columns) => drawPanel(view, { isTrusted: byBrowser });

describe('a script of the page', () => {
  it('cannot press a button', () => {
    const { root, on, onFold } = guarded();
    press(root, 'classes.csv');
    press(root, 'Auto-label');
    press(root, 'Fold panel');
    button(root, 'Auto-label').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(button(root, 'Auto-label')).toBeTruthy();
    expect(on.chooseFile).not.toHaveBeenCalled();
    expect(onFold).not.toHaveBeenCalled();
  });

  it('cannot tick a choice; the box shows the truth', () => {
    const { root, on } = guarded();
    const before = box(root, 'Swap phone and sms').checked;
    tick(root, 'Swap phone and sms');
    expect(box(root, 'Swap phone and sms').checked).toBe(before);
    expect(on.setChoice).not.toHaveBeenCalled();
  });

  it('cannot answer with keys, nor move the panel', () => {
    const { root, on, onMove } = guarded(leaving);
    key(button(root, 'Stay here'), 'Escape');
    key(button(root, 'Move panel'), 'ArrowLeft');
    expect(on.confirmLeaving).not.toHaveBeenCalled();
    expect(onMove).not.toHaveBeenCalled();
  });

  it('stops before anything in the root sees the event', () => {
    const { root } = guarded();
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    button(root, 'Auto-label').dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
  });

  it('cannot press a button that it moved out of the shadow root, whoever clicks there', () => {
    const { root, on } = drawPanel(columns, { isTrusted: everyone });
    const moved = button(root, 'classes.csv');
    document.body.append(moved);
    moved.click();
    expect(on.chooseFile).not.toHaveBeenCalled();
  });
});

describe('a person', () => {
  it('is let through, once per double click', () => {
    const { root, on } = drawPanel(columns, { isTrusted: everyone });
    const target = button(root, 'classes.csv');
    for (const detail of [1, 2]) target.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
    expect(on.chooseFile).toHaveBeenCalledOnce();
  });
});
