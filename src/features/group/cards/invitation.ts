/** What is said when somebody from elsewhere is asked to join a group: to them, and to whoever asked. */

import { action, actions, card, list, type NameBook, paragraph, person, sentence, text } from '../../../cards/build.ts';
import type { Group } from '../../../domain/group/group.ts';
import { INVITATION_DAYS, type Invitation } from '../../../domain/group/invitation.ts';
import type { Person } from '../../../domain/person/person.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { Card, Text } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { wordFor } from '../../../text/words.ts';

export interface InvitationView {
  readonly invitation: Invitation;
  readonly group: Pick<Group, 'name' | 'kind'>;
  readonly process: Pick<Process, 'name'>;
  readonly names: NameBook;
}

/** Who asks, for which process, in which role, and what that means: nothing else of the process. */
export function invitationCard(say: Phrases, { invitation, group, process, names }: InvitationView): Card {
  const who = person(invitation.invitedBy, names, say);
  const asked = { who, group: text(group.name, 'bold'), process: text(process.name, 'bold') };
  const role = say.line('invitation.role', { role: roleText(say, invitation, names) });
  const means = say.line(`invitation.means.${invitation.role}`, { kind: group.kind });
  const args = { invitation: String(invitation.id) };
  return card(
    say.say('invitation.title'),
    [
      paragraph(say.line('invitation.asked', asked)),
      list([role, means, say.line('invitation.seen')]),
      paragraph(say.line('invitation.free', { days: INVITATION_DAYS }), 'muted'),
      actions(
        action(say, { family: 'me', verb: 'agree', args, style: 'primary', emoji: '✅' }),
        action(say, { family: 'me', verb: 'decline', args, emoji: '❌' }),
      ),
    ],
    'ping',
  );
}

function roleText(say: Phrases, { role, deputyOf }: Invitation, names: NameBook): Text {
  if (deputyOf === null) return [text(wordFor(say.locale, `role.${role}`), 'bold')];
  return say.line('group.deputyOf', { person: person(deputyOf, names, say) });
}

interface Answered {
  readonly group: Pick<Group, 'name'>;
  readonly process: Pick<Process, 'name'>;
  readonly agreed: boolean;
}

/** Takes the place of the question once there is nothing to answer any more. */
export function settledInvitationCard(say: Phrases, how: 'answered' | 'withdrawn'): Card {
  return sentence(say.line(`invitation.settled.${how}`));
}

/** The answer to whoever has answered. */
export function answeredInvitationCard(say: Phrases, { group, process, agreed }: Answered): Card {
  const params = { group: text(group.name, 'bold'), process: text(process.name, 'bold') };
  return sentence(say.line(agreed ? 'invitation.youAgreed' : 'invitation.youDeclined', params));
}

/** To whoever asked. */
export function invitationOutcomeCard(
  say: Phrases,
  { group, agreed }: Answered,
  { id, name }: Pick<Person, 'id' | 'name'>,
): Card {
  const params = { who: { t: 'person', id, name } as const, group: text(group.name, 'bold') };
  return sentence(say.line(agreed ? 'invitation.agreed' : 'invitation.declined', params));
}

/** At once, to whoever asks. */
export function invitedCard(
  say: Phrases,
  people: readonly Pick<Person, 'id' | 'name'>[],
  group: Pick<Group, 'name'>,
): Card {
  return card('', [
    paragraph(say.line('invitation.sent', { count: people.length, group: text(group.name, 'bold') })),
    list(people.map(({ id, name }) => [{ t: 'person', id, name }])),
  ]);
}
