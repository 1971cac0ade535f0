/** Who may run a command and where: the one spot in which it is checked, but for rights that hang on the object. */

import { type Caller, inGroup, inProcess } from '../acting/caller.ts';
import { refuse } from '../domain/failure.ts';
import type { Command, Where, Who } from '../grammar/declaration.ts';

/** @throws Refusal saying who may, or where it goes */
export function checkAccess(command: Pick<Command, 'who' | 'where'>, caller: Caller): void {
  checkPlace(command.where, caller);
  checkPerson(command.who, caller);
}

function checkPlace(where: Where, caller: Caller): void {
  switch (where) {
    case 'anywhere':
      return;
    case 'process':
      inProcess(caller);
      return;
    case 'group':
      inGroup(caller);
      return;
    case 'room':
      if (caller.room.kind === 'direct') refuse('place.room');
      return;
    default:
      where satisfies never;
  }
}

function checkPerson(who: Who, caller: Caller): void {
  const role = caller.membership?.role;
  switch (who) {
    case 'everyone':
      return;
    case 'setup':
      if (!caller.maySetUp && !caller.coordinator) refuse('who.setup');
      return;
    case 'participant':
      if (!caller.participant) refuse('who.participant');
      return;
    case 'member':
      if (!caller.membership && !caller.coordinator) refuse('who.member');
      return;
    case 'groupLead':
      if (!caller.coordinator && role !== 'lead' && role !== 'chair') refuse('who.groupLead');
      return;
    case 'coordinator':
      inProcess(caller);
      if (!caller.coordinator) refuse('who.coordinator');
      return;
    case 'ofGroup':
    case 'leadOfGroup':
    case 'assignee':
    case 'asked':
    case 'taker':
    case 'author':
    case 'drafter':
    case 'roll':
    case 'seat':
    case 'chair':
      return;
    default:
      who satisfies never;
  }
}
