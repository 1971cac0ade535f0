/** The whole process in small, played by people with clients of their own: from setting it up to the first resolution and the weekly digest. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { directChat, onSynapse, openStage, quietly, type Stage } from '../../support/matrix/stage.ts';
import { type MatrixUser, newest, type SeenEvent } from '../../support/matrix/user.ts';

const NAMES = ['koordination', 'vorsitz', 'sozialamt', 'hauptamt', 'verein', 'leitung', 'mitglied', 'schule'] as const;

type Name = (typeof NAMES)[number];

onSynapse('the story', () => {
  let stage: Stage;
  let botId: string;
  const people = {} as Record<Name, MatrixUser>;
  let steering: string;
  let education: string;

  const at = (name: Name) => `@${name}-${stage.suffix}`;

  beforeAll(async () => {
    stage = await openStage({ start: new Date('2027-01-11T08:00:00Z') });
    botId = stage.account.userId;
    for (const name of NAMES) people[name] = await stage.person(name);
    const { koordination, vorsitz, sozialamt, hauptamt, verein, leitung, mitglied, schule } = people;
    steering = await stage.room('Steuerungsgruppe', [koordination, vorsitz, sozialamt, hauptamt, verein]);
    education = await stage.room('AG Bildung', [koordination, leitung, mitglied, schule]);
  }, 120_000);

  afterAll(() => stage?.close());

  /** The newest card in which the words stand, for that person, as it says now. */
  async function card(person: MatrixUser, words: string | RegExp, roomId?: string): Promise<SeenEvent> {
    return person.waitForText(words, { from: botId, ...(roomId ? { roomId } : {}) });
  }

  async function press(person: MatrixUser, message: SeenEvent, emoji: string): Promise<string> {
    await person.waitFor(
      (event) =>
        event.type === 'm.reaction' &&
        event.sender === botId &&
        JSON.stringify(event.content).includes(message.event_id) &&
        JSON.stringify(event.content).includes(emoji),
    );
    return person.react(message.roomId, message.event_id, emoji);
  }

  test('the coordinator sets up the process and both groups', async () => {
    const { koordination } = people;
    await koordination.say(steering, '!prozess einrichten "Integrationskonzept" region BY-KATH');
    await card(koordination, 'Integrationskonzept ist eingerichtet');
    await koordination.say(steering, '!gruppe steuerung');
    await koordination.say(steering, `!gruppe aufnehmen ${at('vorsitz')} als Vorsitz art Verwaltung org "Rathaus"`);
    await koordination.say(steering, `!gruppe aufnehmen ${at('sozialamt')} ${at('hauptamt')} art Verwaltung`);
    await koordination.say(steering, `!gruppe aufnehmen ${at('verein')} art Migrantenorganisation org "Verein Brücke"`);
    await koordination.say(education, '!gruppe neu "AG Bildung" feld Bildung');
    await koordination.say(
      education,
      `!gruppe aufnehmen ${at('leitung')} als Leitung art Bildung org "Volkshochschule"`,
    );
    await koordination.say(education, `!gruppe aufnehmen ${at('mitglied')} ${at('schule')} art Bildung`);

    await card(koordination, 'Neu in AG Bildung', education);
    await koordination.waitForText(`schule-${stage.suffix}`, { from: botId, roomId: education });
  }, 60_000);

  test('a sentence becomes a task; it is reminded of, and done by a reaction after a restart', async () => {
    const { leitung, mitglied } = people;
    await leitung.say(education, `!aufgabe neu Bestandsaufnahme der Sprachangebote ${at('mitglied')} bis 22.01.`);
    const request = await card(mitglied, 'bittet Sie, das zu übernehmen');
    await press(mitglied, request, '👍');
    await leitung.waitFor((event) => event.roomId === education && 'm.new_content' in event.content);

    await stage.bot.moveTo(new Date('2027-01-26T11:00:00Z'));
    await stage.bot.restart();
    await stage.bot.moveTo(new Date('2027-01-28T11:00:00Z'));
    const reminder = await card(
      mitglied,
      /Bestandsaufnahme der Sprachangebote[\s\S]*überfällig|überfällig[\s\S]*Bestandsaufnahme/,
    );
    expect(reminder.content).toMatchObject({ msgtype: 'm.text', 'm.mentions': { user_ids: [mitglied.userId] } });

    await press(mitglied, reminder, '✅');
    await leitung.waitFor((event) => event.roomId === education && /erledigt/i.test(String(newest(event).body)));
  }, 90_000);

  test('the working group is asked, answers from room and direct chat, and reads the summary', async () => {
    const { leitung, mitglied, schule } = people;
    await leitung.say(education, '!beitrag öffnen "Welche Sprachangebote fehlen in unserem Stadtteil?" bis 11.02.');
    await card(mitglied, 'Welche Sprachangebote fehlen', education);
    await mitglied.say(education, '!beitrag Abendkurse mit Kinderbetreuung');
    const direct = await directChat(schule, stage.account);
    await schule.say(direct, 'beitrag Ein Vorkurs vor der Einschulung, auch für Seiteneinsteiger*innen');
    await card(schule, 'R-1.2', direct);

    await stage.bot.moveTo(new Date('2027-02-12T06:00:00Z'));

    const summary = await card(leitung, /Abendkurse mit Kinderbetreuung[\s\S]*Seiteneinsteiger\*innen/, education);
    expect(newest(summary).formatted_body).toContain('Seiteneinsteiger*innen');
  }, 90_000);

  test('a measure is drafted, submitted and put to the vote', async () => {
    const { leitung, vorsitz } = people;
    await leitung.say(
      education,
      '!ergebnis entwurf Ziel "Alle lernen Deutsch, wo sie leben" In jedem Stadtteil gibt es bis 2029 ein passendes Angebot.',
    );
    await leitung.say(
      education,
      '!ergebnis entwurf Maßnahme "Abendkurse mit Kinderbetreuung" Die Volkshochschule bietet ab Herbst zwei Abendkurse mit Kinderbetreuung an.',
    );
    await leitung.say(education, '!ergebnis verknüpfen E-2 mit E-1');
    await leitung.say(education, '!ergebnis einreichen E-2');
    await card(vorsitz, 'E-2', steering);

    await vorsitz.say(steering, '!beschluss öffnen E-2 bis 19.02.');

    const opened = await card(vorsitz, 'B-1', steering);
    expect(opened.content.msgtype).toBe('m.text');
    const { user_ids: notified } = opened.content['m.mentions'] as { user_ids: string[] };
    const roll = [people.vorsitz, people.sozialamt, people.hauptamt, people.verein].map(({ userId }) => userId);
    expect([...notified].sort()).toEqual(roll.sort());
  }, 60_000);

  test('ballots are cast by reaction and by typing, changed, and counted for members alone', async () => {
    const { vorsitz, verein, sozialamt, hauptamt, mitglied } = people;
    const vote = await card(vorsitz, 'B-1', steering);
    await press(vorsitz, vote, '✅');
    await verein.say(steering, '!beschluss ja B-1');
    const no = await press(sozialamt, await card(sozialamt, 'B-1', steering), '❌');
    await card(sozialamt, /Nein/);
    await stage.bot.restart();
    await sozialamt.say(steering, '!beschluss ja B-1');
    await sozialamt.waitForText(/Ja/, { from: botId, after: sozialamt.seen.length });
    await sozialamt.redact(steering, no);
    await press(hauptamt, await card(hauptamt, 'B-1', steering), '⚪');
    await card(hauptamt, /Enthaltung/);
    await people.koordination.invite(steering, mitglied.userId);
    await mitglied.join(steering);
    await mitglied.say(steering, '!beschluss ja B-1');
    await quietly(mitglied);

    await stage.bot.moveTo(new Date('2027-02-20T08:00:00Z'));

    const resolution = await card(vorsitz, 'Beschluss 1/2027', steering);
    const text = String(newest(resolution).body);
    expect(text).toContain('Angenommen mit 3 Ja-Stimmen, ohne Gegenstimme');
    expect(text).toMatch(/1\D+Enthaltung|Enthaltung\D+1/);
  }, 90_000);

  test('on Monday the coordinator reads what was decided', async () => {
    const { koordination } = people;
    await stage.bot.moveTo(new Date('2027-02-22T11:00:00Z'));

    const digest = await card(koordination, /Wochenbericht[\s\S]*Abendkurse mit Kinderbetreuung/);

    expect(digest.content).toMatchObject({ 'm.mentions': expect.anything() });
    expect(String(newest(digest).formatted_body)).not.toContain('<table');
    const picture = await koordination.waitFor(
      ({ content, roomId }) => content.msgtype === 'm.image' && roomId === digest.roomId,
    );
    expect(picture.content).toMatchObject({
      body: expect.stringMatching(/^Aufgaben je Gruppe\. AG Bildung: \d erledigt/),
      filename: 'chart.png',
      url: expect.stringMatching(/^mxc:/),
      info: { mimetype: 'image/png', w: expect.any(Number), h: expect.any(Number), size: expect.any(Number) },
      'm.mentions': {},
    });
  }, 60_000);
});
