import { Fragment } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { jsx, jsxs } from 'preact/jsx-runtime';
import type { LaterParts } from '../../components/later/types.ts';
import { Button } from '../../components/parts/Button.tsx';
import { trusted } from '../../components/trusted.ts';
import type { StartLater } from '../../utils/assistant/later/types.ts';
import { agree, all, isTrouble, labelsOf, OUR_TAG } from '../../utils/powerschool/locate/controls.ts';
import {
  BUTTONS,
  buttonWords,
  isSaveAsNew,
  locateSaveDialog,
  shownError,
} from '../../utils/powerschool/locate/dialog.ts';
import { locateText } from '../../utils/powerschool/locate/form.ts';
import { locateGrid } from '../../utils/powerschool/locate/grid.ts';
import { locateExpanders, locateTree } from '../../utils/powerschool/locate/tree.ts';
import { oneReading, remember } from '../../utils/powerschool/reading.ts';
import { apart, count, inWords, isOne, list, locale, number, say, series, textOf } from '../../utils/words/say.ts';

/**
 * What the second script (entrypoints/later-steps) shares with the first: one Preact, one record of whom the buttons
 * trust, the texts that were said, and one way of finding things in PowerSchool's page, which is read once for both.
 * Both run in the extension's own world, which the page's scripts cannot see. The names are those that wxt.config.ts
 * resolves to this object.
 */
const drawing = { Fragment, jsx, jsxs, useEffect, useLayoutEffect, useRef, useState, Button, trusted };
const texts = { apart, count, inWords, isOne, list, locale, number, say, series, textOf };
const controls = { OUR_TAG, agree, all, isTrouble, labelsOf, oneReading, remember };
const parts = { BUTTONS, buttonWords, isSaveAsNew, locateSaveDialog, shownError, locateText, locateGrid };
const tree = { locateExpanders, locateTree };
const shared = { ...drawing, ...texts, ...controls, ...parts, ...tree };

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
