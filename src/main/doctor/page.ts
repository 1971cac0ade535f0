/** Examines who could speak on the local page. */
import type { Config } from '../../../config/schema.ts';
import { type Finding, fine, problem } from '../../ports/finding.ts';
import { pageStandOf } from '../pageStand.ts';

export function examinePage(config: Config): readonly Finding[] {
  const { page, reachable } = pageStandOf(config);
  if (page === 'off') return [fine('The local page is switched off.')];
  const open = [...(page === 'beside' ? [beside()] : []), ...(reachable ? [beyondLoopback(config)] : [])];
  return open.length > 0 ? open : [fine('The local page is served to this machine only.')];
}

function beside(): Finding {
  return problem(
    'The local page stands beside a real chat: whoever opens it can speak as anybody.',
    'Leave local.enabled (MITWIRK_LOCAL) out, or set it to false.',
  );
}

function beyondLoopback({ server: { host }, local: { exposed } }: Config): Finding {
  return problem(
    exposed
      ? `Other machines can reach the local page (server.host is ${host}): whoever opens it can speak as anybody.`
      : `Other machines could reach the local page (server.host is ${host}), so Mitwirk does not start.`,
    'Set server.host (MITWIRK_HOST) to 127.0.0.1, or local.enabled (MITWIRK_LOCAL) to false; in a container, publish the port to 127.0.0.1 only.',
  );
}
