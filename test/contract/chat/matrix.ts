/** Matrix's adapter against what stands for a homeserver. */
import { openAccount } from '../../support/matrix/accountOnStandIn.ts';
import { PERSON, ROOM } from '../../support/matrix/standIn.ts';
import type { ChatStage } from './chat.ts';

/** @param waitMs for so long the homeserver makes it wait after the first call */
export async function openMatrix({ waitMs }: { readonly waitMs: number }): Promise<ChatStage> {
  const { homeserver, matrix, close } = await openAccount();
  homeserver.askToWait(waitMs);
  return {
    chat: matrix.chat,
    room: { kind: 'room', externalId: ROOM },
    person: { kind: 'person', externalId: PERSON },
    calls: () => homeserver.calls.length,
    close,
  };
}
