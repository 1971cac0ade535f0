/** Runs the contract of a chat over every platform: each against what stands for its servers here. */
import { describe } from '@jest/globals';
import { attentionContract } from './attention.ts';
import { openFake } from './fake.ts';
import { leaseContract, waitingContract } from './leases.ts';
import { openLocal } from './local.ts';
import { openMatrix } from './matrix.ts';
import { messageContract } from './messages.ts';
import { pictureContract } from './pictures.ts';
import { roomContract } from './rooms.ts';
import { openSlack } from './slack.ts';

/** Between two messages in a Slack channel, in milliseconds: the contract says a lot. */
const PACE_MS = 2;
/** So long a platform makes the bot wait, in milliseconds. */
const WAIT_MS = 600;

describe('the fake', () => {
  describe('leases', () => leaseContract(openFake));
  describe('messages', () => messageContract(openFake));
  describe('rooms', () => roomContract(openFake));
});

/** Its rooms are always there, and it draws charts by itself. */
describe('the local chat', () => {
  describe('leases', () => leaseContract(openLocal));
  describe('messages', () => messageContract(openLocal));
});

describe('Slack', () => {
  const open = () => openSlack(PACE_MS);
  describe('leases', () => leaseContract(open));
  describe('waiting', () => waitingContract(() => openSlack(WAIT_MS)));
  describe('messages', () => messageContract(open));
  describe('rooms', () => roomContract(open));
  describe('pictures', () => pictureContract(open));
  describe('attention', () => attentionContract(open));
});

describe('Matrix', () => {
  const open = () => openMatrix();
  describe('leases', () => leaseContract(open));
  describe('waiting', () => waitingContract(() => openMatrix(WAIT_MS)));
  describe('messages', () => messageContract(open));
  describe('rooms', () => roomContract(open));
  describe('pictures', () => pictureContract(open));
  describe('attention', () => attentionContract(open));
});
