/** The modals: choosing a command, filling it in, waiting, and the answer. */
import type { types } from '@slack/bolt';
import type { Card } from '../../../src/message/model.ts';
import { plainLines } from '../../../src/message/plain.ts';
import type { CommandInfo } from '../../../src/ports/bot.ts';
import { translate } from '../../../src/text/catalogue.ts';
import { MODAL_TITLE, OPTION_TEXT, OPTIONS, TEXT_OBJECT, VIEW_BLOCKS } from '../render/limits.ts';
import { pagesOf } from '../render/pages.ts';
import type { Block } from '../render/piece.ts';
import { IN_WORDS, piecesOf } from '../render/pieces.ts';
import { inputOf, plain, VALUE } from './fields.ts';
import { type FormMemory, toMetadata } from './metadata.ts';

/** Callback ids. */
export const FORM = 'form';
export const CHOOSER = 'chooser';
/** Blocks that are no argument. */
export const ROOM_BLOCK = 'room:';
export const COMMAND_BLOCK = 'command:';

export interface FormView {
  readonly command: CommandInfo;
  readonly memory: FormMemory;
  /** Texts already there, by argument. */
  readonly initial?: Readonly<Record<string, string>>;
  /** Why it was not accepted, above the fields. */
  readonly problem?: Card;
}

export function formView({ command, memory, initial = {}, problem }: FormView): types.ModalView {
  const { locale } = memory;
  const inputs = command.fields.map((field) => inputOf(field, initial[field.name] ?? '', locale));
  const nothing = inputs.length === 0 ? [lineOf(translate(locale, 'slack.form.nothing'))] : [];
  return {
    ...frame(locale, command.words.replace(/^\//, ''), [
      lineOf(problem ? plainLines(problem).join('\n') : command.summary),
      ...nothing,
      ...inputs,
    ]),
    callback_id: FORM,
    private_metadata: toMetadata(memory),
    submit: plain(translate(locale, 'slack.form.submit'), MODAL_TITLE),
  };
}

/** Asks which command, and about which room when there is none around. */
export function chooserView(commands: readonly CommandInfo[], memory: FormMemory): types.ModalView {
  const { locale } = memory;
  const room: types.InputBlock = {
    type: 'input',
    block_id: ROOM_BLOCK,
    optional: true,
    label: plain(translate(locale, 'slack.chooser.room'), 200),
    element: {
      type: 'conversations_select',
      action_id: VALUE,
      default_to_current_conversation: true,
      filter: { include: ['public', 'private'], exclude_bot_users: true },
    },
  };
  return {
    ...frame(locale, translate(locale, 'slack.chooser.title'), [
      choiceOf(commands, locale),
      ...(memory.place ? [] : [room]),
    ]),
    callback_id: CHOOSER,
    private_metadata: toMetadata(memory),
    submit: plain(translate(locale, 'slack.form.next'), MODAL_TITLE),
  };
}

function choiceOf(commands: readonly CommandInfo[], locale: string): types.InputBlock {
  const options = commands.slice(0, OPTIONS).map(({ code, words, summary }) => ({
    text: plain(words, OPTION_TEXT),
    description: plain(summary, OPTION_TEXT),
    value: code,
  }));
  return {
    type: 'input',
    block_id: COMMAND_BLOCK,
    label: plain(translate(locale, 'slack.chooser.command'), 200),
    element: { type: 'static_select', action_id: VALUE, options },
  };
}

/** Shown in place of a form that was sent: that it is being worked on, or the answer. */
export function closingView(card: Card, locale: string): types.ModalView {
  return frame(locale, translate(locale, 'slack.chooser.title'), blocksOf(card), 'slack.form.done');
}

function frame(
  locale: string,
  title: string,
  blocks: (Block | types.InputBlock)[],
  close: 'slack.form.close' | 'slack.form.done' = 'slack.form.close',
): types.ModalView {
  const words =
    close === 'slack.form.close' ? translate(locale, 'slack.form.close') : translate(locale, 'slack.form.done');
  return { type: 'modal', title: plain(title, MODAL_TITLE), close: plain(words, MODAL_TITLE), blocks };
}

function blocksOf(card: Card): Block[] {
  const [page] = pagesOf(piecesOf(card, IN_WORDS), { blocks: VIEW_BLOCKS / 2, text: 20_000 });
  return page?.blocks ?? [lineOf('–')];
}

/** Nothing in it is markup. */
function lineOf(text: string): Block {
  return { type: 'section', text: plain(text, TEXT_OBJECT) };
}
