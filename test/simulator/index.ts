import { createServer as createPlainServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { sessionIdIn } from './cookies.ts';
import { CLASSTAG_PLUGIN, loadPlugin } from './plugin.ts';
import { answer } from './routes.ts';
import { Sessions } from './sessions.ts';
import { plainTables } from './tables.ts';
import type { DistrictOptions, Plugin } from './types.ts';
import { chooseVariants } from './variants.ts';
import type { Visit } from './visit.ts';

export { type District, FAULTS, makeDistrict, type RosterFile } from './district.ts';
export { writeFile } from './export-file.ts';
export type { Variant } from './variants/variant.ts';
export { VARIANTS } from './variants.ts';

export interface SimulatorOptions {
  /** 0 or left out: any free port. */
  port?: number;
  https?: boolean;
  /** Plugin folders or ZIP files, in addition to the built-in ClassTag plugin. */
  plugins?: string[];
  /** Variant values for every session of this server; a session may choose others. */
  variants?: Record<string, string>;
  district?: Partial<DistrictOptions>;
}

export interface Simulator {
  origin: string;
  port: number;
  /** Queries of the plugins that PowerSchool would not offer, each with the reason. */
  notOffered: Plugin['notOffered'];
  close(): Promise<void>;
}

const DISTRICT: DistrictOptions = { seed: 1, students: 60, faults: [] };

/**
 * Starts a server that behaves like PowerSchool's Data Export Manager.
 * @throws UnknownVariantError for a variant or value that does not exist; whatever `loadPlugin` throws for a bad plugin
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  chooseVariants(options.variants ?? {});
  const plugins = await Promise.all([CLASSTAG_PLUGIN, ...(options.plugins ?? [])].map((path) => loadPlugin(path)));
  const dataSets = [...plugins.flatMap((plugin) => plugin.dataSets), ...plainTables];
  const sessions = new Sessions(dataSets, options.variants ?? {}, { ...DISTRICT, ...options.district });

  const listener: RequestListener = async (request, response) => {
    try {
      const reply = await answer(await readVisit(request, sessions));
      response.writeHead(reply.status, { 'cache-control': 'no-store', ...reply.headers }).end(reply.body);
    } catch (error) {
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(String(error));
    }
  };
  const server = options.https ? createSecureServer(await certificate(), listener) : createPlainServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    notOffered: plugins.flatMap((plugin) => plugin.notOffered),
    origin: `${options.https ? 'https' : 'http'}://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function certificate(): Promise<{ key: string; cert: string }> {
  const altNames = ['*.powerschool.com', 'localhost'].map((value) => ({ type: 2 as const, value }));
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  return { key: made.private, cert: made.cert };
}

/** PowerSchool's paths are found in any case, with or without `;jsessionid=`. */
async function readVisit(request: IncomingMessage, sessions: Sessions): Promise<Visit> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [path = '/', ...parameters] = url.pathname.split(';');
  const inPath = parameters.find((parameter) => /^jsessionid=/i.test(parameter))?.slice('jsessionid='.length);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    method: request.method ?? 'GET',
    path: path.toLowerCase(),
    query: url.searchParams,
    body: Buffer.concat(chunks).toString('utf8'),
    session: sessions.find(sessionIdIn(request.headers.cookie) ?? inPath),
    sessions,
  };
}
