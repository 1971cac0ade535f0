/** What is known of one room, kept up to date by its state events. */
import { CreateContent, MemberContent, PowerLevels, type StrippedEvent } from '../schema.ts';

export interface Member {
  readonly membership: string;
  readonly name: string | null;
}

export interface RoomState {
  readonly members: Map<string, Member>;
  name: string | null;
  alias: string | null;
  encrypted: boolean;
  isSpace: boolean;
  version: string;
  /** Who made the room; since version 12 they may do everything. */
  creators: readonly string[];
  predecessor: string | null;
  power: PowerLevels | null;
  /** The room that took this one's place. */
  replacedBy: string | null;
}

export function emptyState(): RoomState {
  return {
    members: new Map(),
    name: null,
    alias: null,
    encrypted: false,
    isSpace: false,
    version: '1',
    creators: [],
    predecessor: null,
    power: null,
    replacedBy: null,
  };
}

/** Takes over a state event; any other event, and one whose content is not as it should be, changes nothing. */
export function applyEvent(state: RoomState, event: StrippedEvent): void {
  if (event.state_key === undefined) return;
  const apply = appliers[event.type];
  if (apply && (event.type === 'm.room.member' || event.state_key === '')) apply(state, event);
}

const appliers: Readonly<Record<string, (state: RoomState, event: StrippedEvent) => void>> = {
  'm.room.member'(state, { state_key = '', content }) {
    const member = MemberContent.safeParse(content);
    if (!member.success) return;
    const { membership, displayname } = member.data;
    state.members.set(state_key, { membership, name: displayname || null });
  },
  'm.room.name'(state, { content }) {
    state.name = textOf(content.name);
  },
  'm.room.canonical_alias'(state, { content }) {
    state.alias = textOf(content.alias);
  },
  // Encryption cannot be switched off: whatever stands in the event, the room stays encrypted.
  'm.room.encryption'(state) {
    state.encrypted = true;
  },
  'm.room.power_levels'(state, { content }) {
    const levels = PowerLevels.safeParse(content);
    if (levels.success) state.power = levels.data;
  },
  'm.room.create'(state, { content, sender }) {
    const create = CreateContent.safeParse(content);
    if (!create.success) return;
    state.version = create.data.room_version;
    state.isSpace = create.data.type === 'm.space';
    state.creators = [sender, ...create.data.additional_creators];
    state.predecessor = create.data.predecessor?.room_id ?? null;
  },
  'm.room.tombstone'(state, { content }) {
    state.replacedBy = textOf(content.replacement_room);
  },
};

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** People in the room, and those who are invited. */
export function present(state: RoomState): readonly string[] {
  return [...state.members].flatMap(([id, { membership }]) =>
    membership === 'join' || membership === 'invite' ? [id] : [],
  );
}

export function isJoined(state: RoomState, userId: string): boolean {
  return state.members.get(userId)?.membership === 'join';
}
