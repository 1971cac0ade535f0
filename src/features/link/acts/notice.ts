/**
 * A link that two members made needs nobody else. Where one of them is given more than a member's word later, the coordination
 * learns that two accounts get it, with the button that parts them.
 */

import { type PersonalMessage, tell } from '../../../acting/announce.ts';
import type { Fact } from '../../../acting/record.ts';
import type { Group, Membership } from '../../../domain/group/group.ts';
import { officeOf } from '../../../domain/link/linking.ts';
import type { Tx } from '../../../ports/store.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { linkedCard } from '../cards/linked.ts';
import { linkedFaces } from '../read/faces.ts';

/** @param before the members of the group before these were taken in or given another role */
export async function tellOfLinks(
  tx: Tx,
  fact: Fact,
  group: Pick<Group, 'kind'>,
  before: readonly Membership[],
  given: readonly Membership[],
): Promise<void> {
  const isMore = ({ role }: Membership) => officeOf(group.kind, role) !== 'member';
  const had = new Set(before.filter(isMore).map(({ personId }) => personId));
  const raised = given.filter((membership) => isMore(membership) && !had.has(membership.personId));
  const coordinators = await tx.processes.coordinators(fact.process.id);
  const messages: PersonalMessage[] = [];
  for (const { personId: person } of raised) {
    for (const linked of await linkedFaces(tx, await tx.links.ofPerson(person))) {
      const others = coordinators.filter((id) => id !== person);
      messages.push(
        ...others.map((personId) => ({ personId, card: (say: Phrases) => linkedCard(say, 'others', linked) })),
      );
    }
  }
  await tell(tx, fact, messages);
}
