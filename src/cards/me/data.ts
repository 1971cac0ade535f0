/** What is stored about a person, in words they can check. */
import type { Person } from '../../domain/person.ts';
import { languageName } from '../../text/catalogue.ts';
import type { Phrases } from '../../text/phrases.ts';
import { typed, wordFor } from '../../text/words.ts';
import { card, fields, paragraph, text } from '../build.ts';
import type { Card } from '../model.ts';

export interface MyDataCardData {
  readonly person: Person;
  readonly identities: readonly { readonly platform: string; readonly externalId: string }[];
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
        data.identities.map(({ platform, externalId }) => `${platform}: ${externalId}`).join(', '),
      ],
      [say.say('me.dataLanguage'), person.locale ? languageName(say.locale, person.locale) : say.say('me.dataUnset')],
      [say.say('me.dataZone'), person.zone ?? say.say('me.dataUnset')],
      [say.say('me.dataFigures'), say.say('me.dataFiguresText', figures(data))],
    ]),
    paragraph(say.line('me.dataNote', { command: forget }), 'muted'),
  ]);
}

function figures({ groups, tasks, contributions, votes }: MyDataCardData) {
  return { groups, tasks, contributions, votes };
}
