/** What the bot asks to be told: https://spec.matrix.org/v1.16/client-server-api/#filtering */

import { POLL_RESPONSES } from '../schema.ts';

/** Events of a room's timeline that mean something here. */
const TIMELINE = [
  'm.room.message',
  'm.room.encrypted',
  'm.reaction',
  ...POLL_RESPONSES,
  'm.room.redaction',
  'm.room.create',
  'm.room.member',
  'm.room.name',
  'm.room.canonical_alias',
  'm.room.encryption',
  'm.room.power_levels',
  'm.room.tombstone',
  'm.space.child',
];

/** By default a gap would begin after ten events. */
export const TIMELINE_LIMIT = 100;

export const syncFilter = JSON.stringify({
  presence: { types: [] },
  account_data: { types: ['m.direct'] },
  room: {
    include_leave: false,
    ephemeral: { types: [] },
    account_data: { types: [] },
    state: { types: TIMELINE, lazy_load_members: true },
    timeline: { types: TIMELINE, limit: TIMELINE_LIMIT },
  },
});

/** The same events, for filling a gap. */
export const messagesFilter = JSON.stringify({ types: TIMELINE });
