/** Forms that were sent. Slack keeps the form open for its problems, but not for long: what takes longer is answered in its place. */
import type { App, SlackViewAction } from '@slack/bolt';
import { plainLines } from '../../../src/message/plain.ts';
import type { CommandInfo } from '../../../src/ports/bot.ts';
import type { Answer } from '../../../src/ports/inbound.ts';
import { inTime } from '../../kit/waiting.ts';
import type { Desk, Outcome } from '../desk.ts';
import { type FormMemory, fromMetadata } from '../forms/metadata.ts';
import { filledIn, type State, usersIn, valuesOf, writtenIn } from '../forms/values.ts';
import { CHOOSER, COMMAND_BLOCK, closingView, FORM, formView, ROOM_BLOCK } from '../forms/views.ts';
import type { Visit } from '../inbound/source.ts';
import { note } from '../note.ts';
import type { SlackBot } from '../options.ts';
import { shorten } from '../render/shorten.ts';
import type { Workspaces } from '../web/workspaces.ts';
import { acknowledge } from './acknowledge.ts';
import { commandNamed } from './forms.ts';
import { sourceOfInteraction } from './source.ts';

/** Slack gives up after three seconds; the way to us and back takes its share. */
const PATIENCE_MS = 800;
const PROBLEM_TEXT = 1_500;

interface Sent {
  readonly visit: Visit;
  readonly memory: FormMemory;
  readonly command: CommandInfo;
  readonly state: State;
}

/** Something went wrong before it was known for whom. */
interface Unhandled {
  readonly answer: Answer;
  readonly guest: null;
}

export interface ViewParts {
  readonly bot: SlackBot;
  readonly workspaces: Workspaces;
}

export function registerViews(app: App, desk: Desk, { bot, workspaces }: ViewParts): void {
  app.view(CHOOSER, async ({ ack, body }) => {
    const memory = fromMetadata(body.view.private_metadata);
    const state = stateOf(body);
    const code = filledIn(state, COMMAND_BLOCK).selected_option?.value ?? '';
    const room = filledIn(state, ROOM_BLOCK).selected_conversation;
    const place = room ? { id: room, name: null } : memory.place;
    const command = commandNamed(bot, code, memory.locale);
    const view = command
      ? formView({ command, memory: { ...memory, command: code, place } })
      : closingView(note(memory.locale, 'slack.form.outdated'), memory.locale);
    await acknowledge(() => ack({ response_action: 'update', view }), desk.log);
  });

  app.view(FORM, async ({ ack, body }) => {
    const sent = read(body);
    if (!sent) return acknowledge(() => ack(outdated(body)), desk.log);
    const work = handle(sent).catch((error: unknown) => unhandled(sent, error));
    const first = await inTime(PATIENCE_MS, work);
    if (first === 'late') {
      const view = closingView(note(sent.memory.locale, 'slack.form.working'), sent.memory.locale);
      await acknowledge(() => ack({ response_action: 'update', view }), desk.log);
      await desk.receive(`late ${sent.visit.key}`, async () => showLate(sent, body.view.id, await work));
      return;
    }
    if (first?.answer.refused) {
      await acknowledge(() => ack(refusalOf(sent, first)), desk.log);
      return;
    }
    await acknowledge(() => ack({ response_action: 'clear' }), desk.log);
    if (first?.guest) await desk.receive(`answer ${sent.visit.key}`, () => tell(sent, first));
  });

  app.view({ callback_id: /.*/, type: 'view_closed' }, async ({ ack }) => acknowledge(ack, desk.log));
  app.view(/^(?!form$|chooser$)/, async ({ ack, body }) => acknowledge(() => ack(outdated(body)), desk.log));

  /** A form of another version of the bot: what was typed is of no use, which must not look like success. */
  function outdated(body: SlackViewAction) {
    const { locale } = fromMetadata(body.view.private_metadata);
    return { response_action: 'update' as const, view: closingView(note(locale, 'slack.form.outdated'), locale) };
  }

  /** Null: there is no such command any more. */
  function read(body: SlackViewAction): Sent | null {
    const memory = fromMetadata(body.view.private_metadata);
    const visit: Visit = {
      key: `view ${body.view.id} ${body.view.hash}`,
      source: sourceOfInteraction(body),
      visitor: { id: body.user.id, name: body.user.name ?? null, teamId: body.user.team_id ?? null },
      place: memory.place,
      threadTs: memory.threadTs,
    };
    const command = commandNamed(bot, memory.command ?? '', memory.locale);
    return command && { visit, memory, command, state: stateOf(body) };
  }

  async function handle({ visit, memory, command, state }: Sent): Promise<Outcome | null> {
    const guest = await desk.guestOf(visit);
    if (!guest) return null;
    if (!desk.mayTakePart(guest)) return desk.refusal(guest, 'slack.external');
    const named = await desk.peopleNamed(guest, usersIn(state));
    if (named === null) return desk.refusal(guest, 'slack.away');
    const wrong = desk.wrongPerson(named.values());
    if (wrong) return desk.refusal(guest, 'slack.notAPerson', { name: `@${wrong.handle}` });
    const { values, mentions } = valuesOf(state, named);
    const link = memory.permalink === null ? {} : { permalink: memory.permalink };
    return desk.ask(visit, guest, { kind: 'form', command: command.code, values, ...link }, mentions);
  }

  function unhandled({ memory: { locale } }: Sent, error: unknown): Unhandled {
    desk.log.error('a form of slack was not handled', error);
    return {
      answer: { card: note(locale, 'slack.form.failed'), refused: { code: 'fault', field: null } },
      guest: null,
    };
  }

  /** Slack takes a problem only at a field that the form has. */
  function refusalOf({ command, memory }: Sent, { answer }: Pick<Outcome, 'answer'>) {
    const card = answer.card ?? note(memory.locale, 'slack.form.failed');
    const field = command.fields.find(({ name }) => name === answer.refused?.field)?.name ?? command.fields[0]?.name;
    if (field === undefined)
      return { response_action: 'update' as const, view: formView({ command, memory, problem: card }) };
    return {
      response_action: 'errors' as const,
      errors: { [field]: shorten(plainLines(card).join('\n'), PROBLEM_TEXT) },
    };
  }

  async function showLate(sent: Sent, viewId: string, outcome: Outcome | Unhandled | null): Promise<void> {
    if (!outcome) return;
    const { answer, guest } = outcome;
    const workspace = guest?.workspace ?? (await workspaces.of(sent.visit.source));
    const client = await workspace?.client();
    const locale = guest?.locale ?? sent.memory.locale;
    const view = answer.refused
      ? formView({ ...sent, initial: writtenIn(sent.state), ...(answer.card ? { problem: answer.card } : {}) })
      : closingView(answer.card ?? note(locale, 'slack.done'), locale);
    await client?.views.update({ view_id: viewId, view }).catch(async (error: unknown) => {
      desk.log.warn('a form was not answered in its place', { reason: String(error) });
      if (guest) await tell(sent, { answer, guest });
    });
  }

  /** A task made out of a message is told in that message's thread, where everybody asked for it; the rest to one person alone. */
  async function tell({ memory, command }: Sent, { answer, guest }: Outcome): Promise<void> {
    const { workspace, person, locale } = guest;
    const shared = memory.permalink !== null && command.code === 'task.add' && !answer.refused;
    const card =
      answer.card ?? (memory.threadTs === null ? null : note(locale, shared ? 'slack.threadTask' : 'slack.done'));
    if (!card) return;
    const recipient = {
      workspace,
      person: person.id,
      channel: memory.place?.id ?? null,
      threadTs: memory.threadTs,
      respond: null,
    };
    await desk.answers.send({ ...recipient, to: shared ? 'everyone' : 'person' }, card, locale);
  }
}

function stateOf(body: SlackViewAction): State {
  return (body.view.state?.values ?? {}) as State;
}
