/** What the contract of a chat needs of a platform, or of what stands for its servers here. */
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import type { PersonId } from '../../../src/domain/ids.ts';
import type { Chat, ChatTarget } from '../../../src/ports/chat.ts';
import type { Shown } from '../../support/shown.ts';

export interface ChatStage {
  readonly chat: Chat;
  readonly room: ChatTarget;
  readonly otherRoom: ChatTarget;
  /** Somebody the bot has not spoken with in private. */
  readonly person: ChatTarget;
  /** How many calls have reached the platform that have an effect. */
  calls(): number;
  /** The messages that stand there, oldest first. */
  shown(target: ChatTarget): Promise<readonly Shown[]>;
  /** So many messages arrive as always; the next one, or the next edit, arrives as well, and its answer is lost. */
  loseAnswer(after: number): void;
  /** From now on no answer is lost. */
  keepAnswers(): void;
  close(): Promise<void>;
}

/** A platform whose rooms can be closed to the bot. */
export interface RoomStage extends ChatStage {
  loseRoom(): Promise<void>;
  findRoom(): Promise<void>;
}

/** A platform that shows charts as pictures. */
export interface PictureStage extends ChatStage {
  /** For so long a picture is drawn; null: that fails. */
  setDrawing(milliseconds: number | null): void;
  /** Whether the platform takes files. */
  setTakesFiles(takes: boolean): void;
}

/** A platform that calls for people's attention: it knows somebody who is in the room. */
export interface AttentionStage extends ChatStage {
  /** As cards name them. */
  readonly known: { readonly id: PersonId; readonly name: string };
  /** As the platform does. */
  readonly knownAs: string;
}

/** Opens a stage for the tests of a suite, and closes it after them. */
export function staged<Stage extends ChatStage>(open: () => Promise<Stage>) {
  let stage: Stage;
  let tests = 0;
  beforeAll(async () => {
    stage = await open();
  }, 60_000);
  beforeEach(() => {
    tests += 1;
  });
  afterEach(() => stage.keepAnswers());
  afterAll(() => stage.close());
  return {
    get stage() {
      return stage;
    },
    /** Unlike that of any other test of the suite. */
    get key() {
      return `key ${tests}`;
    },
    get number() {
      return tests;
    },
  };
}
