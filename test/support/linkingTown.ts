/** A town whose people are in Slack and have second accounts on Matrix. Accounts are written `platform:name`. */
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { verifyChain } from '../../src/domain/audit/auditChain.ts';
import type { MemberRole } from '../../src/domain/group/group.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Tx } from '../../src/ports/store.ts';
import { type Conversation, type Conversations, openConversations } from './conversation.ts';
import { createLinking } from './linking.ts';

const TERMS = { deputyOf: null, kind: null, organisation: null };

/**
 * A town of its own for each test of the file: a chair, two with a seat, a working group with its lead and a member, as
 * `koordination`, `vorsitz`, `eins`, `zwei`, `leitung`, `mitglied`. To be called once, outside of the tests.
 */
export function inLinkingTown(): () => LinkingTown {
  let conversations: Conversations | undefined;
  let town: LinkingTown | undefined;
  beforeAll(async () => {
    conversations = await openConversations();
  });
  beforeEach(async () => {
    if (conversations) town = await settled(await conversations.begin('2027-01-11T09:00'));
  });
  afterAll(() => conversations?.close());
  return () => {
    if (!town) throw new Error('No town outside of a test');
    return town;
  };
}

async function settled(talk: Conversation): Promise<LinkingTown> {
  const town = linkingTown(talk);
  await town.say('slack:koordination@steuerung', '/prozess einrichten "Konzept" region BY-KATH', '/gruppe steuerung');
  await town.say('slack:koordination@ag', '/gruppe neu "AG" feld Bildung');
  await town.give('slack:vorsitz', 'steering', 'chair');
  for (const name of ['eins', 'zwei']) await town.give(`slack:${name}`, 'steering', 'member');
  await town.give('slack:leitung', 'working', 'lead');
  await town.give('slack:mitglied', 'working', 'member');
  await talk.heard();
  return town;
}

export type LinkingTown = ReturnType<typeof linkingTown>;

function linkingTown(talk: Conversation) {
  async function say(who: string, ...lines: readonly string[]): Promise<string> {
    let answer = '';
    for (const line of lines) answer = await talk.says(who, line);
    return answer;
  }

  function ensure(tx: Tx, account: string) {
    const [platform = '', name = ''] = account.split(':');
    return tx.people.ensure({ platform, externalId: name, origin: platform, handle: name }, name);
  }

  async function idOf(account: string): Promise<PersonId | undefined> {
    const [platform = '', name = ''] = account.split(':');
    return (await talk.store.transaction((tx) => tx.people.byIdentity(platform, name)))?.id;
  }

  return {
    ...createLinking(talk),
    talk,
    say,
    idOf,
    async areOne(one: string, other: string): Promise<boolean> {
      const [first, second] = [await idOf(one), await idOf(other)];
      return first !== undefined && first === second;
    },
    /** Takes the account's person into the group, without a word to anybody. */
    give: (account: string, group: 'steering' | 'working', role: MemberRole) =>
      talk.store.transaction(async (tx) => {
        const { id: personId } = await ensure(tx, account);
        const [process] = await tx.processes.active();
        const groups = process ? await tx.groups.ofProcess(process.id) : [];
        const groupId = groups.find(({ kind }) => kind === group)?.id;
        if (!groupId) throw new Error(`no ${group} group`);
        await tx.groups.setMember({ groupId, personId, role, ...TERMS });
      }),
    /** @param process counted from 0 */
    coordinate: (account: string, process = 0) =>
      talk.store.transaction(async (tx) => {
        const { id } = await ensure(tx, account);
        const found = (await tx.processes.active())[process];
        if (!found) throw new Error('no process');
        await tx.processes.addCoordinator(found.id, id);
      }),
    audited: () =>
      talk.store.transaction(async (tx) => {
        const [process] = await tx.processes.active();
        if (!process) throw new Error('no process');
        const entries = await tx.audit.entries(process.id);
        return { entries, check: verifyChain(process.id, entries, await tx.audit.head(process.id)) };
      }),
    async openVote(): Promise<void> {
      await say('slack:koordination@ag', '/ergebnis entwurf Maßnahme "Kurs" Ein Kurs.', '/ergebnis einreichen E-1');
      await say('slack:vorsitz@steuerung', '/beschluss öffnen E-1 bis 29.01.');
      await talk.heard();
    },
  };
}
