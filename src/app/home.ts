/** The page of one person on a platform that has such a thing. */
import { type HomeSection, homeCard } from '../cards/me/home.ts';
import type { Card } from '../cards/model.ts';
import { localDateOf } from '../domain/calendar.ts';
import type { Store, Tx } from '../ports/store.ts';
import { phrases } from '../text/phrases.ts';
import { type HomeView, homeOf } from '../usecases/me/home.ts';
import { namesOf } from '../usecases/names.ts';
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
    const views = person ? await homeOf(tx, person) : [];
    const say = phrases(person?.locale ?? views[0]?.process.locale ?? defaults.locale);
    const sections: HomeSection[] = [];
    for (const view of views) {
      const today = localDateOf(now, person?.zone ?? view.process.zone);
      sections.push(await sectionOf(tx, view, person?.name ?? '', today));
    }
    return homeCard(say, person?.name ?? '', sections);
  });
}

async function sectionOf(
  tx: Pick<Tx, 'people'>,
  { process, mine, openRounds, whole }: HomeView,
  name: string,
  today: HomeSection['mine']['today'],
): Promise<HomeSection> {
  return {
    process: process.name,
    zone: process.zone,
    mine: { ...mine, name, today },
    openRounds,
    whole: whole ? { ...whole, process, names: await namesOf(tx, whole.coordinators) } : null,
  };
}
