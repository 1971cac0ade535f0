/** What homeservers send, as far as it is read here: https://spec.matrix.org/v1.16/client-server-api/ */
import { z } from 'zod';
import type { ProcessId } from '../../src/domain/ids.ts';

export const WhoAmI = z.object({ user_id: z.string(), device_id: z.string().optional() });

export const LoginAnswer = z.object({ user_id: z.string(), access_token: z.string(), device_id: z.string() });

const KeptAccount = z.object({ homeserver: z.string(), user: z.string(), deviceId: z.string() });

/** `sealed` holds the access token. */
export const KeptSession = KeptAccount.extend({ salt: z.string(), sealed: z.string() });
export type KeptSession = z.infer<typeof KeptSession>;

/** As sessions were kept once. */
export const UnsealedSession = KeptAccount.extend({ accessToken: z.string() });

/** Of the media repository. */
export const UploadAnswer = z.object({ content_uri: z.string().startsWith('mxc://') });

const Content = z.record(z.string(), z.unknown());
export type Content = z.infer<typeof Content>;

/** State as an invitation shows it: without id and time. */
export const StrippedEvent = z.object({
  type: z.string(),
  sender: z.string(),
  state_key: z.string().optional(),
  content: Content,
});
export type StrippedEvent = z.infer<typeof StrippedEvent>;

export const RoomEvent = StrippedEvent.extend({
  event_id: z.string(),
  origin_server_ts: z.number().default(0),
  /** At the top level before room version 11, in the content since. */
  redacts: z.string().optional().catch(undefined),
  unsigned: z
    .object({ prev_content: Content.optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
export type RoomEvent = z.infer<typeof RoomEvent>;

/** What a redaction removes. */
export function removedBy({ redacts, content }: RoomEvent): string | null {
  const removed = redacts ?? content.redacts;
  return typeof removed === 'string' ? removed : null;
}

/** Some homeservers send `null` where nothing is. */
const List = z
  .array(z.unknown())
  .nullish()
  .transform((list) => list ?? []);

/** Events stay unread here, so that one that is broken does not take the others with it. */
const Events = z.object({ events: List });

export const JoinedRoom = z.object({
  state: Events.nullish(),
  timeline: Events.extend({ limited: z.boolean().nullish(), prev_batch: z.string().nullish() }).nullish(),
});
export type JoinedRoom = z.infer<typeof JoinedRoom>;

const InvitedRoom = z.object({ invite_state: Events.nullish() });

/** That the bot left, or was put out, stands in one of the two. */
const LeftRoom = z.object({ state: Events.nullish(), timeline: Events.nullish() });

export const SyncResponse = z.looseObject({
  next_batch: z.string(),
  account_data: Events.nullish(),
  rooms: z
    .object({
      join: z.record(z.string(), JoinedRoom).nullish(),
      invite: z.record(z.string(), InvitedRoom).nullish(),
      leave: z.record(z.string(), LeftRoom).nullish(),
    })
    .nullish(),
});
export type SyncResponse = z.infer<typeof SyncResponse>;

export const Messages = z.object({ chunk: List, end: z.string().nullish() });

export const Sent = z.object({ event_id: z.string() });

export const Joined = z.object({ room_id: z.string() });

export const JoinedRooms = z.object({ joined_rooms: z.array(z.string()) });

/** Rooms of direct chats by person. Every client of the account may write there, and one that errs must not end them all. */
export const DirectRooms = z.record(z.string(), z.array(z.string()).catch([]));
export type DirectRooms = z.infer<typeof DirectRooms>;

/** The public keys of devices, by person and device. */
export const DeviceKeys = z.object({
  device_keys: z
    .record(z.string(), z.record(z.string(), z.object({ keys: z.record(z.string(), z.string()) })))
    .default({}),
});

export const Profile = z.object({ displayname: z.string().nullish() });

/** `m.room.message` as far as it may hold a command. */
export const MessageContent = z.object({
  msgtype: z.string(),
  body: z.string(),
  formatted_body: z.string().optional().catch(undefined),
  'm.mentions': z
    .object({ user_ids: z.array(z.string()).default([]) })
    .optional()
    .catch(undefined),
  'm.new_content': Content.optional().catch(undefined),
  'm.relates_to': z
    .object({
      rel_type: z.string().optional(),
      event_id: z.string().optional(),
      is_falling_back: z.boolean().optional(),
      'm.in_reply_to': z.object({ event_id: z.string() }).optional(),
    })
    .optional()
    .catch(undefined),
});
export type MessageContent = z.infer<typeof MessageContent>;

export const ReactionContent = z.object({
  'm.relates_to': z.object({ rel_type: z.literal('m.annotation'), event_id: z.string(), key: z.string() }),
});

/**
 * An answer in a poll (https://github.com/matrix-org/matrix-spec-proposals/pull/3381), as clients send it while polls are
 * no part of the specification, and as they may later. One that is not as it should be has no selection at all.
 */
export const PollResponse = z.object({
  'm.relates_to': z.object({ rel_type: z.literal('m.reference'), event_id: z.string() }),
  'm.selections': z.array(z.string()).optional().catch(undefined),
  'm.poll.response': z
    .object({ answers: z.array(z.string()) })
    .optional()
    .catch(undefined),
  'org.matrix.msc3381.poll.response': z
    .object({ answers: z.array(z.string()) })
    .optional()
    .catch(undefined),
});
/** The types of events under which answers come. */
export const POLL_RESPONSES = ['org.matrix.msc3381.poll.response', 'm.poll.response'] as const;
export type PollResponse = z.infer<typeof PollResponse>;

export const MemberContent = z.object({
  membership: z.string(),
  displayname: z.string().nullish().catch(null),
  is_direct: z.boolean().optional().catch(undefined),
});

/** Of one room. */
export const Members = z.object({
  chunk: z.array(z.object({ state_key: z.string(), content: z.object({ membership: z.string() }) })),
});

const Level = z.coerce.number().int();

/** https://spec.matrix.org/v1.16/client-server-api/#mroompower_levels; older rooms hold numbers as text. */
export const PowerLevels = z.object({
  users: z.record(z.string(), Level).default({}),
  users_default: Level.default(0),
  events: z.record(z.string(), Level).default({}),
  events_default: Level.default(0),
  state_default: Level.default(50),
  redact: Level.default(50),
});
export type PowerLevels = z.infer<typeof PowerLevels>;

export const CreateContent = z.object({
  room_version: z.string().default('1'),
  type: z.string().optional(),
  additional_creators: z.array(z.string()).default([]),
  predecessor: z.object({ room_id: z.string() }).optional().catch(undefined),
});

/** A room that lies in a space, as long as it names servers that know it. */
export const SpaceChild = StrippedEvent.extend({
  type: z.literal('m.space.child'),
  state_key: z.string().startsWith('!'),
  content: z.object({ via: z.array(z.string()).min(1) }),
});
export type SpaceChild = z.infer<typeof SpaceChild>;

/** What is shown of a room in a space, also to those who are not in it. */
export const RoomSummary = z.object({
  room_id: z.string(),
  name: z.string().min(1).optional().catch(undefined),
  canonical_alias: z.string().optional().catch(undefined),
  room_type: z.string().optional().catch(undefined),
  /** Left out by older homeservers where everybody may enter. */
  join_rule: z.string().default('public'),
  /** Rooms whose people may enter where the rule is `restricted`. */
  allowed_room_ids: z.array(z.string()).default([]),
  num_joined_members: z.number().default(0),
  encryption: z.string().optional().catch(undefined),
  children_state: z.array(z.unknown()).default([]),
});
export type RoomSummary = z.infer<typeof RoomSummary>;

export const Hierarchy = z.object({ rooms: List, next_batch: z.string().nullish() });

const Press = z.object({
  code: z.string(),
  args: z.record(z.string(), z.string()),
  process: z.custom<ProcessId>((id) => Number.isInteger(id)).nullable(),
});

/** `command` is what would be typed. What an earlier version wrote down has no `press`, and as `undo` words too. */
const Carrier = { command: z.string(), press: Press.exactOptional(), undo: z.union([Press, z.string()]).optional() };

/** What a reaction on a card stands for. */
const KeptButton = z.object({ emoji: z.string(), label: z.string(), ...Carrier });
export type KeptButton = z.infer<typeof KeptButton>;

/** The poll that belongs to a card. */
const KeptPoll = z.object({
  event: z.string(),
  options: z.array(z.object({ id: z.string(), label: z.string(), ...Carrier })),
  /** Takes back whatever was chosen. */
  undo: z.union([Press, z.string()]),
  ended: z.boolean(),
});
export type KeptPoll = z.infer<typeof KeptPoll>;

export const KeptCard = z.object({
  room: z.string(),
  /** All messages of the card, the first of them its name. */
  parts: z.array(z.string()),
  buttons: z.array(KeptButton),
  /** The bot's own reactions by emoji. */
  seeds: z.record(z.string(), z.string()),
  /** How many reactions the bot has set on it, ever: a transaction id is used once. */
  seeded: z.number(),
  poll: KeptPoll.optional(),
});
export type KeptCard = z.infer<typeof KeptCard>;

/** Whose choice on which card an event was: once it is redacted, its content is gone. */
export const KeptPress = z.object({ card: z.string(), person: z.string() });
export type KeptPress = z.infer<typeof KeptPress>;

/** What one person has chosen on a card and not taken back, oldest first. */
export const KeptChoices = z.array(
  z.object({
    event: z.string(),
    label: z.string(),
    ...Carrier,
    blank: z.literal(true).optional(),
  }),
);
export type KeptChoices = z.infer<typeof KeptChoices>;

/** An encrypted event whose key has not come yet. */
export const KeptUnread = z.object({ roomId: z.string(), event: RoomEvent });
export type KeptUnread = z.infer<typeof KeptUnread>;

/** An invitation that was accepted and is to be followed. */
export const KeptInvitation = z.object({ inviter: z.string(), isDirect: z.boolean() });
export type KeptInvitation = z.infer<typeof KeptInvitation>;

const KeptMention = z.object({
  word: z.string(),
  externalId: z.string(),
  /** An earlier version did not write it down: then they are from nowhere that could be meant by a name. */
  origin: z.string().default(''),
  handle: z.string(),
  name: z.string(),
  typed: z.literal(true).exactOptional(),
});

/** A form that is being filled in, question by question. */
export const KeptForm = z.object({
  room: z.string(),
  code: z.string(),
  values: z.record(z.string(), z.string()),
  mentions: z.array(KeptMention),
  /** Index of the field that was asked for last. */
  asked: z.number(),
  /** The event that was heard last: heard again, it is no further answer. */
  last: z.string(),
  at: z.string(),
  /** All fields are filled in; this one was refused. */
  again: z.boolean().optional(),
});
export type KeptForm = z.infer<typeof KeptForm>;
