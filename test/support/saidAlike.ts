/** Whether pressing a button does what its words say: typed, they are the same command with the same arguments. */
import { expect } from '@jest/globals';
import { commandNamed } from '../../src/app/lookup.ts';
import { families } from '../../src/features/families.ts';
import { beforeProcess } from '../../src/grammar/args/processNamed.ts';
import { codeOf } from '../../src/grammar/declaration.ts';
import { findCommand } from '../../src/grammar/find.ts';
import { readArgs, readForm } from '../../src/grammar/read.ts';
import type { Action, Card } from '../../src/message/model.ts';
import type { Carried, Press } from '../../src/message/press.ts';
import { reading } from './caller.ts';

/** Of these a button knows more than could be typed: the process and what waits for it, by their rows. */
const KNOWS_MORE: readonly string[] = ['me.process'];

export async function saidAlike(card: Card, locale: string): Promise<void> {
  for (const { command, press, undo } of pressable(card)) {
    const typed = await typedAs(command, locale);
    const pressed = await pressedAs(press, locale);
    expect(KNOWS_MORE.includes(press.code) ? typed.code : typed).toEqual(
      KNOWS_MORE.includes(press.code) ? press.code : pressed,
    );
    if (undo !== undefined) await pressedAs(pressOf(undo), locale);
  }
  for (const node of card.body) if (node.n === 'poll') await pressedAs(pressOf(node.undo), locale);
}

function pressable({ body }: Card): readonly Action[] {
  return body.flatMap((node) => {
    if (node.n === 'actions') return node.items;
    return node.n === 'poll' ? node.options : [];
  });
}

function pressOf(carried: Carried): Press {
  if (typeof carried === 'string') throw new Error(`Words on a card of this version: ${carried}`);
  return carried;
}

async function typedAs(text: string, locale: string) {
  const found = findCommand(beforeProcess(text)?.text ?? text, families, { direct: false, locale });
  if (!found) throw new Error(`No command: ${text}`);
  return { code: codeOf(found.command), args: await readArgs(found.command, found.cursor, reading({ locale })) };
}

/** With every value under the name of an argument there is, as another would be left unread. */
async function pressedAs({ code, args }: Press, locale: string) {
  const command = commandNamed(code);
  expect(Object.keys(command.args)).toEqual(expect.arrayContaining(Object.keys(args)));
  return { code, args: await readForm(command, args, reading({ locale })) };
}
