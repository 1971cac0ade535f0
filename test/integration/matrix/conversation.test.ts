/** Every way in which people speak to the bot: typed, mentioned, in direct chats, by reaction, in reply, and by editing. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { directChat, onSynapse, openStage, quietly, type Stage, texts } from '../../support/matrix/stage.ts';
import type { MatrixUser, SeenEvent } from '../../support/matrix/user.ts';
import { newest } from '../../support/matrix/user.ts';

onSynapse('a conversation', () => {
  let stage: Stage;
  let koordination: MatrixUser;
  let mitglied: MatrixUser;
  let roomId: string;
  let botId: string;

  beforeAll(async () => {
    stage = await openStage();
    botId = stage.account.userId;
    koordination = await stage.person('koordination');
    mitglied = await stage.person('mitglied');
    roomId = await stage.room('AG Bildung', [koordination, mitglied]);
    await koordination.say(roomId, '!prozess einrichten "Integrationskonzept" region BY-KATH');
    await koordination.waitForText('Integrationskonzept ist eingerichtet', { from: botId });
    await koordination.say(roomId, '!gruppe neu "AG Bildung" feld Bildung');
    await koordination.say(roomId, `!gruppe aufnehmen @mitglied-${stage.suffix}`);
    await koordination.waitForText('Neu in AG Bildung', { from: botId, roomId });
  }, 60_000);

  afterAll(() => stage?.close());

  const inRoom = (event: SeenEvent) => event.roomId === roomId && event.sender === botId;

  test('a private answer comes in the direct chat, and a reaction in the room says so', async () => {
    const asked = await koordination.say(roomId, '!aufgabe liste');

    const answer = await koordination.waitForText('Aufgabe', { from: botId });
    const reaction = await koordination.waitFor(
      (event) => event.type === 'm.reaction' && JSON.stringify(event.content).includes(asked),
    );

    expect(answer.roomId).not.toBe(roomId);
    expect(answer.content).toMatchObject({ msgtype: 'm.notice', 'm.mentions': {} });
    expect(reaction).toMatchObject({ roomId, sender: botId });
  });

  test('a task created with a pill asks the person, who accepts by reacting', async () => {
    const pill = `<a href="https://matrix.to/#/${mitglied.userId}">Mitglied mit Namen</a>`;
    await koordination.say(roomId, '!aufgabe neu Bestandsaufnahme <b>fett</b> Mitglied mit Namen bis 22.01.', {
      format: 'org.matrix.custom.html',
      formatted_body: `!aufgabe neu Bestandsaufnahme &lt;b&gt;fett&lt;/b&gt; ${pill} bis 22.01.`,
      'm.mentions': { user_ids: [mitglied.userId] },
    });

    const request = await mitglied.waitForText('bittet Sie, das zu übernehmen', { from: botId });
    expect(request.content).toMatchObject({ msgtype: 'm.text', 'm.mentions': { user_ids: [mitglied.userId] } });
    expect(request.content.body).toContain('Bestandsaufnahme <b>fett</b>\n');
    expect(request.content.formatted_body).toContain('Bestandsaufnahme &lt;b&gt;fett&lt;/b&gt;');
    await mitglied.waitFor((event) => event.type === 'm.reaction' && JSON.stringify(event.content).includes('👍'));
    await mitglied.react(request.roomId, request.event_id, '👍🏽');

    const changed = await koordination.waitFor(
      (event) => inRoom(event) && 'm.new_content' in event.content && !/angefragt/.test(String(newest(event).body)),
    );
    expect(changed.content['m.relates_to']).toMatchObject({ rel_type: 'm.replace' });
    expect(newest(changed).body).toContain('A-1');
  });

  test('the bot is addressed by a mention at the beginning, and left alone by one in the middle', async () => {
    const before = koordination.seen.length;
    const mentions = { 'm.mentions': { user_ids: [botId] } };
    await koordination.say(roomId, `Danke, mitwirk-${stage.suffix}!`, mentions);
    await koordination.say(roomId, `mitwirk-${stage.suffix}: aufgabe neu Aus einer Erwähnung`, mentions);

    await koordination.waitForText('Aus einer Erwähnung', { from: botId, roomId });
    await quietly(koordination, 500);

    expect(texts(koordination.seen.slice(before)).filter((text) => text.includes('kenne ich'))).toEqual([]);
  });

  test('in a direct chat that the person opened no prefix is needed', async () => {
    const direct = await directChat(mitglied, stage.account);

    await mitglied.say(direct, 'aufgabe neu Raum für den Vorkurs suchen');

    await koordination.waitForText('Raum für den Vorkurs suchen', { from: botId, roomId });
    await mitglied.say(direct, 'ich');
    await mitglied.waitForText(/A-\d/, { from: botId, roomId: direct });
  });

  test('a reply takes the words of a message over, whatever they look like', async () => {
    const words = 'Wir brauchen Lehrkräfte für Bürger*innen, bis 3.2. @room & <b>mehr</b>';
    const said = await mitglied.say(roomId, words);

    await koordination.reply(roomId, said, `> <${mitglied.userId}> ${words}\n\n!aufgabe @mitglied-${stage.suffix}`);

    const posted = await koordination.waitForText(words, { from: botId, roomId });
    expect(posted.content['m.mentions']).toEqual({});
    const permalinks = await stage.bot.service.store.transaction(async (tx) => {
      const [process] = await tx.processes.active();
      return process ? (await tx.tasks.list(process.id, {})).map(({ permalink }) => permalink) : [];
    });
    expect(permalinks.filter((link) => link?.includes(encodeURIComponent(said)))).toHaveLength(1);
  });

  test('a refused command is put right by editing it; one that was accepted is not run again', async () => {
    const refused = await koordination.say(roomId, '!aufgabe neu Sprachcafé planen bis 99.99.');
    await koordination.waitForText('99.99', { from: botId });

    await koordination.edit(roomId, refused, '!aufgabe neu Sprachcafé planen bis 29.01.');
    await koordination.waitForText('Sprachcafé planen', { from: botId, roomId });

    const before = koordination.seen.length;
    await koordination.edit(roomId, refused, '!aufgabe neu Sprachcafé planen bis 30.01.');
    await koordination.waitForText('führe ich nicht noch einmal aus', { from: botId });
    expect(texts(koordination.seen.slice(before).filter(inRoom)).filter((text) => text.includes('Sprachcafé'))).toEqual(
      [],
    );
  });

  test('an edit by somebody else changes nothing', async () => {
    const refused = await koordination.say(roomId, '!aufgabe neu Fremde Hand bis 99.99.');
    await koordination.waitFor(
      (event) => event.type === 'm.reaction' && JSON.stringify(event.content).includes(refused),
    );

    await mitglied.edit(roomId, refused, '!aufgabe neu Fremde Hand bis 29.01.');
    await quietly(koordination);

    expect(texts(koordination.seen.filter(inRoom)).filter((text) => text.includes('Fremde Hand'))).toEqual([]);
  });

  test('notices, emotes, sentences and other people’s bots are not answered', async () => {
    await quietly(koordination, 800);
    const before = koordination.seen.length;
    await mitglied.send(roomId, 'm.room.message', { msgtype: 'm.notice', body: '!aufgabe neu Aus einer Mitteilung' });
    await mitglied.send(roomId, 'm.room.message', { msgtype: 'm.emote', body: '!aufgabe neu Aus einer Geste' });
    await mitglied.say(roomId, 'aufgabe neu ohne Zeichen');
    await mitglied.say(roomId, 'Das ist wichtig!!!');

    await quietly(koordination);

    expect(koordination.seen.slice(before).filter(({ sender }) => sender === botId)).toEqual([]);
  });

  test('an event that is broken does not keep the next one from being heard', async () => {
    await mitglied.say(roomId, 'x', { 'm.new_content': 5 });
    await mitglied.send(roomId, 'm.reaction', { 'm.relates_to': 'nothing' });
    await mitglied.send(roomId, 'm.room.message', {
      msgtype: 'm.text',
      body: '!aufgabe neu Danach',
      'm.relates_to': 5,
    });

    await mitglied.waitForText('Danach', { from: botId, roomId });
  });

  test('a form asks for one thing after the other, asks again for what was wrong, and enters the rest', async () => {
    const direct = await directChat(mitglied, stage.account);
    const hears = (text: string | RegExp) => mitglied.waitForText(text, { from: botId, roomId: direct });
    await mitglied.say(direct, 'formular aufgabe neu');
    expect((await hears('abbrechen')).content.body).toContain('(1 von ');

    const answers: Readonly<Record<string, string>> = { Text: 'Aus dem Formular', Datum: '99.99.' };
    for (let asked = 1; ; asked += 1) {
      const question = await hears(new RegExp(`\\(${asked} von \\d+\\)`));
      const lines = String(question.content.body).split('\n');
      const [, label = '', all] = /^(.*) \(\d+ von (\d+)\)$/.exec(lines.find((line) => / von /.test(line)) ?? '') ?? [];
      await mitglied.say(direct, answers[label] ?? '-');
      if (asked === Number(all)) break;
    }
    await hears('99.99.');
    const before = mitglied.seen.length;
    await mitglied.waitForText('Datum', { from: botId, roomId: direct, after: before - 1 });
    await mitglied.say(direct, '29.01.');

    await koordination.waitForText('Aus dem Formular', { from: botId, roomId });
  }, 60_000);

  test('a form is left with a word, and a command in between is a command', async () => {
    const direct = await directChat(mitglied, stage.account);
    const hears = (text: string | RegExp) => mitglied.waitForText(text, { from: botId, roomId: direct });
    await mitglied.say(direct, 'form task add');
    await hears('(1 von ');

    await mitglied.say(direct, '!aufgabe liste');
    await hears('A-');
    await mitglied.say(direct, 'Abbrechen');
    await hears('nichts eingetragen');
    await mitglied.say(direct, 'Nur ein Satz');

    await hears('nicht verstanden');
  }, 60_000);
});
