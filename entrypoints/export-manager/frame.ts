import { Fragment } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { jsx, jsxs } from 'preact/jsx-runtime';
import type { LaterParts } from '../../components/later/types.ts';
import { Button } from '../../components/parts/Button.tsx';
import { trusted } from '../../components/trusted.ts';
import type { StartLater } from '../../utils/assistant/later/types.ts';
import { apart, count, inWords, isOne, list, locale, number, say, series, textOf } from '../../utils/words/say.ts';

/**
 * What the second script (entrypoints/later-steps) shares with the first: one Preact, one record of whom the
 * buttons trust, and the texts that were said. Both run in the extension's own world, which the page's scripts cannot see. The names are those that
 * wxt.config.ts resolves to this object.
 */
const drawing = { Fragment, jsx, jsxs, useEffect, useLayoutEffect, useRef, useState, Button, trusted };
const texts = { apart, count, inWords, isOne, list, locale, number, say, series, textOf };
const shared = { ...drawing, ...texts };

export interface Frame {
  attach(start: StartLater, parts: LaterParts): void;
}

declare global {
  var rosterExportAssistant: (Frame & typeof shared) | undefined;
}

/** Opens the frame for the second script; a newer copy of the first script replaces it. */
export function openFrame(attach: Frame['attach']): void {
  globalThis.rosterExportAssistant = { ...shared, attach };
}
