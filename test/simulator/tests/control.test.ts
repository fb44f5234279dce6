import { describe, expect, it } from 'vitest';
import { MANAGER, useSimulator } from './harness.ts';

describe('control endpoints', () => {
  const client = useSimulator({ variants: { steps: 'accordion' } });

  it('start a session with variants and go where asked, by a relative redirect', async () => {
    const own = client();
    const response = await own.fetch(`/~simulator/session?colons=off&students=9&seed=3&go=${MANAGER}`);
    expect([response.status, response.headers.get('location')]).toEqual([302, MANAGER]);
    const state = await (await own.fetch('/~simulator/state')).json();
    expect(state).toMatchObject({
      variants: { colons: 'off', steps: 'accordion' },
      templates: [],
      exports: [],
      saves: 0,
    });
  });

  it.each([
    ['nothing=1', 'Unknown variant "nothing"'],
    ['colons=maybe', 'Values: on | off.'],
    ['students=many', 'needs a whole number'],
    ['faults=none-such', 'Unknown fault "none-such"'],
    ['go=//elsewhere.example/', 'needs a path of this site'],
  ])('refuse %s', async (query, message) => {
    const response = await client().fetch(`/~simulator/session?${query}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(message);
  });

  it('keep sessions apart', async () => {
    const [one, other] = [await client().start({ colons: 'off' }), await client().start()];
    const variants = async (own: typeof one) => (await (await own.fetch('/~simulator/state')).json()).variants;
    expect((await variants(one)).colons).toBe('off');
    expect((await variants(other)).colons).toBe('on');
  });

  it('expire a session, whose pages then give the log-in page, services too', async () => {
    const own = await client().start();
    await own.fetch('/~simulator/expire', { method: 'POST' });
    for (const path of [MANAGER, '/admin/datamgmt/exportcolumns.action?from=1001', '/admin/home.html']) {
      const response = await own.fetch(path);
      expect([response.status, response.headers.get('location')]).toEqual([302, '/admin/pw.html']);
    }
    expect((await own.fetch('/~simulator/state')).status).toBe(200);
  });

  it('answer without a session in words', async () => {
    const response = await client().fetch('/~simulator/state');
    expect([response.status, await response.text()]).toEqual([404, 'No session. Start one at /~simulator/session.']);
  });

  it('list the variants', async () => {
    const listed = await (await client().fetch('/~simulator/variants')).json();
    expect(listed.labelPickup.values).toEqual(['next', 'change', 'input-angular', 'blur']);
  });
});
