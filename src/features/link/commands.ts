/** Linking accounts: the code is typed once, on the other account; everything else is pressed. */

import { type Caller, voiceFor } from '../../acting/caller.ts';
import { refusalCard } from '../../cards/refusal.ts';
import { failure, refuse } from '../../domain/failure.ts';
import type { LinkId, LinkRequestId } from '../../domain/ids.ts';
import { choice, word } from '../../grammar/args/words.ts';
import { command } from '../../grammar/declaration.ts';
import type { Card } from '../../message/model.ts';
import type { Tx } from '../../ports/store.ts';
import { askForLink } from './acts/ask.ts';
import { confirmLink } from './acts/confirm.ts';
import { declineLink } from './acts/decline.ts';
import { spoilCode, typeCode } from './acts/typeCode.ts';
import { linksToUndo, undoLink } from './acts/undo.ts';
import { linkCodeCard } from './cards/code.ts';
import { linkTypedCard } from './cards/confirm.ts';
import { whichLinkCard } from './cards/linked.ts';
import { linkedFaces } from './read/faces.ts';

const STEPS = ['confirm', 'decline', 'undo'] as const;

export const link = command({
  family: 'me',
  verb: 'link',
  effect: 'changes',
  args: {
    step: choice<(typeof STEPS)[number]>(STEPS, { prefix: 'link', optional: true }),
    code: word({ optional: true }),
  },
  who: 'everyone',
  where: 'anywhere',
  turn: 'everyProcess',
  async run(tx, caller, { step, code }) {
    if (step === 'undo') return undo(tx, caller, code);
    if (caller.room.kind !== 'direct') return step ? refuse('link.direct') : amongOthers(tx, caller, code);
    switch (step) {
      case 'confirm':
        return confirmLink(tx, caller, numberOf<LinkRequestId>(code) ?? refuse('link.over'));
      case 'decline':
        return declineLink(tx, caller, numberOf<LinkRequestId>(code) ?? refuse('link.over'));
      case null:
        return code === '' ? linkCodeCard(voiceFor(caller), await askForLink(tx, caller)) : type(tx, caller, code);
      default:
        return step satisfies never;
    }
  },
});

async function type(tx: Tx, caller: Caller, code: string): Promise<Card> {
  const say = voiceFor(caller);
  const typed = await typeCode(tx, caller, code);
  return typed ? linkTypedCard(say, typed) : refusalCard(say, failure('link.code'), null, null);
}

async function undo(tx: Tx, caller: Caller, number: string): Promise<Card | null> {
  const links = number === '' ? await linksToUndo(tx, caller) : [];
  if (links.length > 1) return whichLinkCard(voiceFor(caller), await linkedFaces(tx, links));
  await undoLink(tx, caller, links[0]?.id ?? numberOf<LinkId>(number) ?? refuse('link.none'));
  return null;
}

/** A code that was typed there is spoilt, which must outlast the refusal. */
async function amongOthers(tx: Tx, caller: Caller, code: string): Promise<Card> {
  if (code === '') refuse('link.direct');
  await spoilCode(tx, code);
  return refusalCard(voiceFor(caller), failure('link.exposed'), null, null);
}

/** Null for what is no number of a request or a link. */
function numberOf<Id extends LinkRequestId | LinkId>(word: string): Id | null {
  return /^\d{1,9}$/.test(word) ? (Number(word) as Id) : null;
}
