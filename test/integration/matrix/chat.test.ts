/** The contract of a chat, for Matrix as Synapse speaks it. */
import { describe } from '@jest/globals';
import { attentionContract } from '../../contract/chat/attention.ts';
import { messageContract } from '../../contract/chat/messages.ts';
import { pictureContract } from '../../contract/chat/pictures.ts';
import { roomContract } from '../../contract/chat/rooms.ts';
import { openSynapse } from '../../contract/chat/synapse.ts';
import { onSynapse } from '../../support/matrix/stage.ts';

onSynapse('the chat', () => {
  describe('messages', () => messageContract(openSynapse));
  describe('rooms', () => roomContract(openSynapse));
  describe('pictures', () => pictureContract(openSynapse));
  describe('attention', () => attentionContract(openSynapse));
});
