/** Where the local page is served, and what has to be said for it to be served there. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Config } from '../../../config/schema.ts';
import { examinePage } from '../../../src/main/doctor/page.ts';
import { checkPageStand, pageStandOf, warnOfPage } from '../../../src/main/pageStand.ts';

const SLACK = { slack: { botToken: 'xoxb-1', appToken: 'xapp-1' } };
const SLACK_BY_CONSENT = {
  slack: { clientId: '1.2', clientSecret: 's', tokenKey: '0'.repeat(64), transport: 'http', signingSecret: 's' },
};
const MATRIX = { matrix: { homeserver: 'https://matrix.example.org', accessToken: 't' } };

test.each([
  ['nothing', {}, 'alone'],
  ['the page', { local: { enabled: true } }, 'alone'],
  ['no page', { local: { enabled: false } }, 'off'],
  ['Slack', SLACK, 'off'],
  ['Slack for several workspaces', SLACK_BY_CONSENT, 'off'],
  ['Matrix', MATRIX, 'off'],
  ['Slack and the page', { ...SLACK, local: { enabled: true } }, 'beside'],
  ['Matrix and the page', { ...MATRIX, local: { enabled: true } }, 'beside'],
] as const)('with %s configured the page is %j', (_, settings, page) => {
  expect(pageStandOf(Config.parse(settings)).page).toBe(page);
});

test.each(['127.0.0.1', '127.0.0.53', 'localhost', 'LOCALHOST', '::1'])('%s is this machine alone', (host) => {
  expect(checkPageStand(Config.parse({ server: { host } })).reachable).toBe(false);
});

test.each(['0.0.0.0', '::', '192.168.1.5', '127.1', 'localhost.example.org', 'fe80::1', '::ffff:10.0.0.1'])(
  'at %s the page is not served unless that is allowed',
  (host) => {
    const server = { host };

    expect(() => checkPageStand(Config.parse({ server }))).toThrow(
      /^server\.host .*MITWIRK_LOCAL_EXPOSED\) to true\.$/,
    );
    expect(() => checkPageStand(Config.parse({ server, ...SLACK, local: { enabled: true } }))).toThrow('local.exposed');
    expect(checkPageStand(Config.parse({ server, local: { exposed: true } }))).toEqual({
      page: 'alone',
      reachable: true,
    });
    expect(checkPageStand(Config.parse({ server, local: { enabled: false } })).page).toBe('off');
    expect(checkPageStand(Config.parse({ server, ...MATRIX })).page).toBe('off');
  },
);

test('every address of the loopback network, and no other, is this machine alone', () => {
  fc.assert(
    fc.property(fc.ipV4(), (host) => {
      expect(pageStandOf(Config.parse({ server: { host } })).reachable).toBe(!host.startsWith('127.'));
    }),
  );
});

const EXPOSED = { server: { host: '0.0.0.0' }, local: { exposed: true } };

test.each([
  [{}, 0],
  [SLACK, 0],
  [{ local: { enabled: false }, server: { host: '0.0.0.0' } }, 0],
  [{ ...SLACK, local: { enabled: true } }, 1],
  [EXPOSED, 1],
  [{ ...SLACK, server: EXPOSED.server, local: { enabled: true, exposed: true } }, 2],
] as const)('of %j the log warns, and the doctor finds a problem with a way out, %d times', (settings, times) => {
  const config = Config.parse(settings);
  const warnings: string[] = [];

  warnOfPage(checkPageStand(config), { info() {}, warn: (event) => warnings.push(event), error() {} });
  const problems = examinePage(config).filter(({ state }) => state === 'problem');

  expect([warnings.length, problems.length]).toEqual([times, times]);
  for (const { todo } of problems) expect(todo).toContain('MITWIRK_LOCAL');
});

test('the doctor says of a page that is not let start why Mitwirk does not start', () => {
  const [found, ...others] = examinePage(Config.parse({ server: { host: '0.0.0.0' } }));

  expect(others).toEqual([]);
  expect(found).toMatchObject({ state: 'problem', what: expect.stringContaining('does not start') });
});
