/** Draws public/icon/*.png from docs/icon.svg and, for the small sizes, docs/icon-small.svg: `node test/run/icons.mjs`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { chromiumArgs, chromiumPath } from './chromium.mjs';

const root = new URL('../../', import.meta.url);
const icons = new URL('public/icon/', root);
const SIZES = { 16: 'icon-small', 32: 'icon-small', 48: 'icon', 128: 'icon' };
/** Colors are rounded to this many steps per channel, so that they fit a palette; no eye sees the difference. */
const STEP = 5;

/** In the page: the drawing's pixels, four numbers each. */
async function pixelsOf([svg, side]) {
  const image = new Image(side, side);
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0, side, side);
  return [...context.getImageData(0, 0, side, side).data];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data)]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PNG with a palette: a third of the size of what a browser writes. */
function paletted(pixels, side) {
  const colors = new Map();
  const rows = [];
  for (let at = 0; at < pixels.length; at += 4) {
    if (at % (side * 4) === 0) rows.push(0);
    const alpha = Math.round(pixels[at + 3] / STEP) * STEP;
    const color = [0, 1, 2].map((part) => (alpha === 0 ? 0 : Math.round(pixels[at + part] / STEP) * STEP));
    const key = [...color, alpha].join();
    if (!colors.has(key)) colors.set(key, [...color, alpha]);
    rows.push([...colors.keys()].indexOf(key));
  }
  const palette = [...colors.values()];
  if (palette.length > 256) throw new Error(`${palette.length} colors do not fit a palette`);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk(
      'PLTE',
      palette.flatMap((color) => color.slice(0, 3)),
    ),
    chunk(
      'tRNS',
      palette.map((color) => color[3]),
    ),
    chunk('IDAT', deflateSync(Buffer.from(rows), { level: 9 })),
    chunk('IEND', []),
  ]);
}

mkdirSync(icons, { recursive: true });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
try {
  const page = await browser.newPage();
  for (const [size, drawing] of Object.entries(SIZES)) {
    const side = Number(size);
    const svg = readFileSync(new URL(`docs/${drawing}.svg`, root), 'utf8').replace(
      '<svg ',
      `<svg width="${side}" height="${side}" `,
    );
    writeFileSync(new URL(`${size}.png`, icons), paletted(await page.evaluate(pixelsOf, [svg, side]), side));
  }
} finally {
  await browser.close();
}
