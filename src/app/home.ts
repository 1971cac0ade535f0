/** The page of one person on a platform that has such a thing. */
import { homeCard } from '../features/me/cards/home.ts';
import { homeOf } from '../features/me/read/home.ts';
import type { Card } from '../message/model.ts';
import type { Store } from '../ports/store.ts';
import { phrases } from '../text/phrases.ts';
import type { SituationSettings } from './situation.ts';

type Defaults = Pick<SituationSettings, 'locale' | 'zone'>;

/** The person's own language, else that of their first process. */
export function localeOf(store: Store, platform: string, externalId: string, defaults: Defaults): Promise<string> {
  return store.transaction(async (tx) => {
    const person = await tx.people.byIdentity(platform, externalId);
    if (!person) return (await tx.processes.active())[0]?.locale ?? defaults.locale;
    return person.locale ?? (await tx.processes.ofPerson(person.id))[0]?.locale ?? defaults.locale;
  });
}

/** Someone the bot does not know yet gets the page of someone who belongs nowhere yet. */
export function homeFor(
  store: Store,
  platform: string,
  externalId: string,
  now: Date,
  defaults: Defaults,
): Promise<Card> {
  return store.transaction(async (tx) => {
    const person = await tx.people.byIdentity(platform, externalId);
    const sections = person ? await homeOf(tx, person, now) : [];
    const say = phrases(person?.locale ?? sections[0]?.process.locale ?? defaults.locale);
    return homeCard(say, person?.name ?? '', sections);
  });
}
