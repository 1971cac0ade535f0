/** Links accounts as people do: a code typed once, everything else pressed. Accounts are `platform:name`. */
import type { Conversation } from './conversation.ts';

const CODE = /[A-Z2-9]{4}-[A-Z2-9]{4}/;

export function createLinking(talk: Conversation) {
  async function codeFor(account: string): Promise<string> {
    return CODE.exec(await talk.says(`${account}@dm`, 'ich verknüpfen'))?.[0] ?? 'none';
  }

  /** The code is shown on the one and typed on the other. */
  async function offer(shows: string, types: string): Promise<{ readonly typed: string }> {
    const code = await codeFor(shows);
    return { typed: await talk.says(`${types}@dm`, `ich verknüpfen ${code.toLowerCase()}`) };
  }

  async function offerAndConfirm(shows: string, types: string): Promise<void> {
    await offer(shows, types);
    await talk.presses(`${types}@dm`, 'Bestätigen');
    await talk.presses(`${shows}@dm`, 'Bestätigen');
  }

  return {
    codeFor,
    offer,
    offerAndConfirm,
    /** @param agrees who has to, where somebody has to */
    async link(shows: string, types: string, agrees?: string): Promise<void> {
      await offerAndConfirm(shows, types);
      if (agrees) await talk.presses(`${agrees}@dm`, 'Zustimmen');
    },
    undo: (account: string) => talk.says(`${account}@dm`, 'ich verknüpfen lösen'),
  };
}

export type Linking = ReturnType<typeof createLinking>;
