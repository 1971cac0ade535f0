/** What is stored about a person, in words they can check. */

import { actions, card, fields, paragraph, text } from '../../../cards/build.ts';
import type { Person } from '../../../domain/person/person.ts';
import type { Card } from '../../../message/model.ts';
import { languageName } from '../../../text/catalogue.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { typed, wordFor } from '../../../text/words.ts';
import { platformName } from '../../link/cards/account.ts';
import { linkButton, undoButton } from '../../link/cards/buttons.ts';

export interface MyDataCardData {
  readonly person: Person;
  readonly identities: readonly { readonly platform: string; readonly externalId: string }[];
  /** Some of the accounts came by a link. */
  readonly linked: boolean;
  readonly groups: number;
  readonly tasks: number;
  readonly contributions: number;
  readonly votes: number;
}

export function myDataCard(say: Phrases, data: MyDataCardData): Card {
  const { person } = data;
  const forget = text(typed(say.locale, 'me', 'delete', wordFor(say.locale, 'confirm')), 'code');
  return card(say.say('me.dataTitle'), [
    fields([
      [say.say('me.dataName'), person.name],
      [
        say.say('me.dataAccounts'),
        data.identities.map(({ platform, externalId }) => `${platformName(say, platform)}: ${externalId}`).join(', '),
      ],
      [say.say('me.dataLanguage'), person.locale ? languageName(say.locale, person.locale) : say.say('me.dataUnset')],
      [say.say('me.dataZone'), person.zone ?? say.say('me.dataUnset')],
      [say.say('me.dataFigures'), say.say('me.dataFiguresText', figures(data))],
    ]),
    paragraph(say.line('me.dataNote', { command: forget }), 'muted'),
    actions(linkButton(say), ...(data.linked ? [undoButton(say, null)] : [])),
  ]);
}

function figures({ groups, tasks, contributions, votes }: MyDataCardData) {
  return { groups, tasks, contributions, votes };
}
