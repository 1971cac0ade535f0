/** Modals and home tabs: opened by a trigger in time, changed only by those who know their state. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { ModalView } from '@slack/types';
import { createDriver } from '../../../support/slack/driver/driver.ts';
import type { SlackUser } from '../../../support/slack/index.ts';
import { type Desk, openDesk, refusal } from './client.ts';

let desk: Desk;
let vorsitz: SlackUser;

beforeEach(async () => {
  desk = await openDesk();
  vorsitz = desk.slack.team.addUser('vorsitz');
});
afterEach(() => desk.slack.close());

const plain = (text: string) => ({ type: 'plain_text' as const, text });

function modal(title = 'Aufgabe', more: Partial<ModalView> = {}): ModalView {
  const element = { type: 'plain_text_input' as const, action_id: 'text' };
  const blocks = [{ type: 'input', block_id: 'text', label: plain('Titel'), element }];
  return { type: 'modal', title: plain(title), submit: plain('Anlegen'), blocks, ...more };
}

function trigger(): string {
  return desk.slack.tickets.issueTrigger({ team: desk.slack.team, user: vorsitz.id, view: null });
}

const open = (trigger_id = trigger(), view = modal()) => desk.client.views.open({ trigger_id, view });

test('a trigger opens one modal, within three seconds', async () => {
  const used = trigger();
  const old = trigger();
  expect(await open(used)).toMatchObject({
    ok: true,
    view: { type: 'modal', state: { values: {} }, hash: expect.any(String) },
  });
  expect(await refusal(open(used))).toMatchObject({ error: 'exchanged_trigger_id' });
  expect(await refusal(open('1.2.3'))).toMatchObject({ error: 'invalid_trigger_id' });
  desk.slack.clock.advance(3_001);
  expect(await refusal(open(old))).toMatchObject({ error: 'expired_trigger_id' });
});

test('a modal that breaks a rule does not use up the trigger', async () => {
  const id = trigger();
  const complaint = '[ERROR] must be less than 25 characters [json-pointer:/view/title/text]';

  expect(await refusal(open(id, modal('x'.repeat(25))))).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: { messages: [complaint] },
  });
  expect(await open(id)).toMatchObject({ ok: true });
});

test('a view over 250,000 bytes is too large', async () => {
  const blocks = Array.from({ length: 100 }, () => ({ type: 'section', text: plain('x'.repeat(2_500)) }));
  expect(await refusal(open(trigger(), modal('Aufgabe', { blocks })))).toMatchObject({ error: 'view_too_large' });
});

test('three modals stand on each other, and no fourth', async () => {
  const { view } = await open();
  const push = () => desk.client.views.push({ trigger_id: trigger(), view: modal('Mehr') });

  expect((await push()).view).toMatchObject({ previous_view_id: view?.id, root_view_id: view?.id });
  await push();
  expect(await refusal(push())).toMatchObject({ error: 'push_limit_reached' });
});

test('a change with an old hash is a conflict', async () => {
  const { view } = await open();
  const change = (hash: string) => desk.client.views.update({ view_id: view?.id ?? '', hash, view: modal('Neu') });

  const changed = await change(view?.hash ?? '');
  expect(changed.view?.id).toBe(view?.id);
  expect(await refusal(change(view?.hash ?? ''))).toMatchObject({ error: 'hash_conflict' });
  expect(await refusal(desk.client.views.update({ view_id: 'V0NONE', view: modal() }))).toMatchObject({
    error: 'not_found',
  });
});

test('an external id stands for one open view', async () => {
  await open(trigger(), modal('Eins', { external_id: 'e-1' }));
  const twice = desk.client.views.push({ trigger_id: trigger(), view: modal('Zwei', { external_id: 'e-1' }) });

  expect(await refusal(twice)).toMatchObject({ error: 'duplicate_external_id' });
  await desk.client.views.update({ external_id: 'e-1', view: modal('Neu', { external_id: 'e-1' }) });
  expect(desk.slack.modalOf(vorsitz)?.title).toMatchObject({ text: 'Neu' });
});

test('a home tab is published for a person', async () => {
  const view = { type: 'home' as const, blocks: [{ type: 'header', text: plain('Meine Aufgaben') }] };
  const first = await desk.client.views.publish({ user_id: vorsitz.id, view });
  await desk.client.views.publish({ user_id: vorsitz.id, view, hash: first.view?.hash ?? '' });

  expect(desk.slack.visibleBlocks(desk.slack.homeOf(vorsitz)?.blocks ?? [])).toBe('Meine Aufgaben');
  const late = desk.client.views.publish({ user_id: vorsitz.id, view, hash: first.view?.hash ?? '' });
  expect(await refusal(late)).toMatchObject({ error: 'hash_conflict' });
  expect(await refusal(desk.client.views.publish({ user_id: 'U0NONE', view }))).toMatchObject({
    error: 'user_not_found',
  });
});

test('a filled-in modal does what the acknowledgement says', async () => {
  let body: unknown = { response_action: 'errors', errors: { text: 'zu kurz' } };
  const driver = createDriver(desk.slack, { deliver: async () => ({ status: 200, body, ms: 0 }) });
  await open();
  const shown = () => {
    const view = desk.slack.modalOf(vorsitz);
    if (!view) throw new Error('no modal is open');
    return view;
  };

  const sent = await driver.submit(vorsitz, shown(), { Titel: 'Plakat' });
  expect(sent.payload).toMatchObject({
    view: { state: { values: { text: { text: { type: 'plain_text_input', value: 'Plakat' } } } } },
  });
  body = { response_action: 'update', view: modal('Zweite Seite') };
  await driver.submit(vorsitz, shown(), { text: 'Plakat' });
  expect(shown().title).toMatchObject({ text: 'Zweite Seite' });
  body = { response_action: 'push', view: modal('Darüber') };
  await driver.submit(vorsitz, shown(), { text: 'Plakat' });
  expect(shown().title).toMatchObject({ text: 'Darüber' });
  body = { response_action: 'clear' };
  await driver.submit(vorsitz, shown(), { text: 'Plakat' });
  expect(desk.slack.modalOf(vorsitz)).toBeUndefined();
});

test("what Slack's client would stop, the driver does not send", async () => {
  const driver = createDriver(desk.slack, { deliver: async () => ({ status: 200, body: null, ms: 0 }) });
  const view = (await open()).view && desk.slack.modalOf(vorsitz);
  if (!view) throw new Error('no modal is open');

  await expect(driver.submit(vorsitz, view, {})).rejects.toThrow('Please complete this required field: Titel');
  await expect(driver.submit(vorsitz, view, { Titel: 'a', Farbe: 'rot' })).rejects.toThrow(
    'The view has no field Farbe',
  );
});
