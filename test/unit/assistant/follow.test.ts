// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { follow } from '../../../utils/assistant/follow.ts';

describe('what was typed', () => {
  const quit = new AbortController();
  afterEach(() => {
    quit.abort();
    vi.useRealTimers();
  });

  it('is read before the page hears of the click that follows at once', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    document.body.innerHTML = '<main><input><button>Next</button></main>';
    const box = document.querySelector('input') as HTMLInputElement;
    const button = document.querySelector('button') as HTMLButtonElement;
    const read: string[] = [];
    follow(document, () => read.push(box.isConnected ? box.value : 'gone'), quit.signal);
    button.addEventListener('click', () => box.remove());
    button.click();
    expect(read).toEqual([]);
    vi.runOnlyPendingTimers();
    document.querySelector('main')?.prepend(box);
    read.length = 0;

    box.value = 'typed';
    box.dispatchEvent(new Event('input', { bubbles: true }));
    button.click();
    expect(read).toEqual(['typed']);
    vi.runOnlyPendingTimers();
    expect(read.at(-1)).toBe('gone');
  });
});
