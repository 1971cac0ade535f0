/** Topics as they are stored with what was posted: readable for ever. */
import { describe, expect, test } from '@jest/globals';
import type {
  InvitationId,
  LinkRequestId,
  PersonId,
  ProcessId,
  ResultId,
  RoundId,
  TaskId,
  VoteId,
} from '../../../src/domain/ids.ts';
import {
  clockTopic,
  invitationTopic,
  linkAgreementTopic,
  linkTopic,
  readTopic,
  requestTopic,
  resolutionTopic,
  resultTopic,
  roundEarlyTopic,
  roundTopic,
  submissionTopic,
  taskTopic,
  unheardTopic,
  voteEarlyTopic,
  voteTopic,
} from '../../../src/domain/topics.ts';

const at = new Date('2026-12-01T10:00:00.250Z');
const vote = { id: 8 as VoteId, voided: [{ number: 1, year: 2026 }] };

describe('a topic', () => {
  // Written by hand: these stand in the stores of towns already.
  test.each([
    ['task:12', taskTopic({ id: 12 as TaskId }), 'task', [12]],
    [
      'task:12:request:3:1796119200250',
      requestTopic({ id: 12 as TaskId }, 3 as PersonId, at),
      'request',
      [12, 3, at.getTime()],
    ],
    ['result:4', resultTopic({ id: 4 as ResultId }), 'result', [4]],
    ['submission:4:1796119200250', submissionTopic({ id: 4 as ResultId }, at), 'submission', [4, at.getTime()]],
    ['round:5', roundTopic({ id: 5 as RoundId }), 'round', [5]],
    ['round:5:unheard', unheardTopic({ id: 5 as RoundId }), 'roundUnheard', [5]],
    ['round:5:early', roundEarlyTopic({ id: 5 as RoundId }), 'roundEarly', [5]],
    ['vote:8', voteTopic(vote), 'vote', [8]],
    ['vote:8:early', voteEarlyTopic(vote), 'voteEarly', [8]],
    ['resolution:8:1', resolutionTopic(vote), 'resolution', [8, 1]],
    ['invitation:6', invitationTopic({ id: 6 as InvitationId }), 'invitation', [6]],
    ['clock:7:1', clockTopic({ id: 7 }, 1 as ProcessId), 'clock', [7, 1]],
    ['link 9', linkTopic(9 as LinkRequestId), 'link', [9]],
    ['link 9 in 1', linkAgreementTopic(9 as LinkRequestId, 1 as ProcessId), 'linkAgreement', [9, 1]],
  ])('%s is written and read', (stored, written, kind, numbers) => {
    expect(written).toBe(stored);
    expect(readTopic(stored)).toEqual({ kind, numbers });
  });

  test.each(['', 'task:', 'task:x', 'task:1:request:2', ' task:1', 'task:1\n', 'somethingElse:1'])(
    'is not %p',
    (text) => {
      expect(readTopic(text)).toBeNull();
    },
  );
});
