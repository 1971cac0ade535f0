/** Accounts are linked once, with whoever was first, whatever is pressed at the same instant. */
import { beforeAll, expect, test } from '@jest/globals';
import { createStore } from '../../../adapters/postgres/store.ts';
import { at, type Conversation, createConversation } from '../../support/conversation.ts';
import { eachStore } from '../../support/database.ts';
import { createLinking, type Linking } from '../../support/linking.ts';

const TIMES = 8;
const times = Array.from({ length: TIMES }, (_, time) => time);

eachStore('races for a link', (suite) => {
  let talk: Conversation;
  let linking: Linking;

  beforeAll(() => {
    talk = createConversation(createStore(suite.database.pool), at('2027-01-11T09:00'));
    linking = createLinking(talk);
  });

  function personOf(account: string) {
    const [platform = '', name = ''] = account.split(':');
    return talk.store.transaction(async (tx) => (await tx.people.byIdentity(platform, name))?.id);
  }

  test('of those who type one code at once, one is asked', async () => {
    for (const time of times) {
      const code = await linking.codeFor(`slack:a${time}`);

      const answers = await Promise.all(
        [1, 2, 3].map((who) => talk.says(`matrix:a${time}x${who}@dm`, `ich verknüpfen ${code}`)),
      );

      expect(answers.filter((answer) => answer.includes('Gehört dieses Konto auch Ihnen?'))).toHaveLength(1);
      expect(answers.filter((answer) => answer.includes('Dieser Code gilt nicht'))).toHaveLength(2);
    }
  });

  test('a confirmation and a refusal at once have one outcome, and both sides hear the same', async () => {
    for (const time of times) {
      await linking.offer(`slack:b${time}`, `matrix:b${time}`);
      await talk.presses(`matrix:b${time}@dm`, 'Bestätigen');
      const confirm = await talk.commandOf(`slack:b${time}@dm`, 'Bestätigen');
      const decline = await talk.commandOf(`matrix:b${time}@dm`, 'Ablehnen');
      await talk.heard();

      await Promise.all([talk.says(`slack:b${time}@dm`, confirm), talk.says(`matrix:b${time}@dm`, decline)]);

      const linked = (await personOf(`slack:b${time}`)) === (await personOf(`matrix:b${time}`));
      const told = (await talk.heard()).filter(({ text }) => text.includes('sind verknüpft'));
      expect(told).toHaveLength(linked ? 2 : 0);
    }
  });

  test('who presses twice at once is linked once', async () => {
    for (const time of times) {
      await linking.offer(`slack:c${time}`, `matrix:c${time}`);
      await talk.presses(`matrix:c${time}@dm`, 'Bestätigen');
      const confirm = await talk.commandOf(`slack:c${time}@dm`, 'Bestätigen');
      await talk.heard();

      await Promise.all([1, 2].map(() => talk.says(`slack:c${time}@dm`, confirm)));

      expect((await talk.heard()).filter(({ text }) => text.includes('sind verknüpft'))).toHaveLength(2);
    }
  });

  test('of two who undo a link at once, one does', async () => {
    for (const time of times) {
      await linking.link(`slack:d${time}`, `matrix:d${time}`);
      await talk.heard();

      await Promise.all(['slack', 'matrix'].map((platform) => linking.undo(`${platform}:d${time}`)));

      expect(await personOf(`slack:d${time}`)).not.toBe(await personOf(`matrix:d${time}`));
      expect((await talk.heard()).filter(({ text }) => text.includes('ist gelöst'))).toHaveLength(2);
    }
  });
});
