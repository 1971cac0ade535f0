/** Whom a card mentions: only a card that must reach people does, the others say names. */

import type { PersonId } from '../../src/domain/ids.ts';
import type { Card } from '../../src/message/model.ts';
import type { Directory } from '../../src/ports/directory.ts';
import { namedIn } from '../kit/named.ts';
import { SLACK } from './options.ts';
import { type Mentions, NOBODY } from './render/leaves.ts';
import { splitId, type Workspace } from './web/workspace.ts';

export async function mentionsIn(card: Card, { tenant }: Workspace, directory: Directory): Promise<Mentions> {
  const people = card.attention === 'ping' ? namedIn(card) : [];
  if (people.length === 0) return NOBODY;
  const found = new Map<PersonId, string>();
  for (const [person, external] of await directory.externalIds(SLACK, people)) {
    const account = splitId(external);
    if (account.tenant === tenant) found.set(person, account.id);
  }
  return found;
}
