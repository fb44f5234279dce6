import { JSDOM } from 'jsdom';
import { afterAll, beforeAll } from 'vitest';
import { type Simulator, type SimulatorOptions, startSimulator } from '../index.ts';

/** One administrator's connection: keeps the session's cookie, follows no redirect. */
export class Client {
  #cookie = '';

  constructor(readonly origin: string) {}

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...(init.headers as Record<string, string> | undefined), cookie: this.#cookie };
    const response = await fetch(this.origin + path, { redirect: 'manual', ...init, headers });
    const cookie = response.headers.get('set-cookie');
    if (cookie) this.#cookie = cookie.split(';')[0] ?? '';
    return response;
  }

  /** Starts a session with these variants. */
  async start(variants: Record<string, string> = {}): Promise<this> {
    await this.fetch(`/~simulator/session?${new URLSearchParams(variants)}`);
    return this;
  }

  async page(path: string): Promise<Document> {
    const response = await this.fetch(path);
    return new JSDOM(await response.text(), { url: this.origin + path }).window.document;
  }

  async post(path: string, data: unknown): Promise<{ status: number; text: string }> {
    const response = await this.fetch(path, { method: 'POST', body: JSON.stringify(data) });
    return { status: response.status, text: await response.text() };
  }
}

/** A simulator for the tests of one file; returns a way to connect to it. */
export function useSimulator(options: SimulatorOptions = {}): () => Client {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator(options);
  });
  afterAll(() => simulator.close());
  return () => new Client(simulator.origin);
}

export const MANAGER = '/admin/datamgmt/exportmanager.action';

/** The text of a node with all whitespace, no-break spaces too, as single spaces. */
export function textOf(node: Element | null | undefined): string {
  return (node?.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
}
