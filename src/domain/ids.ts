/** Identities of rows. Branded numbers, so that a person is never passed for a room. */
type Id<Kind extends string> = number & { readonly idOf: Kind };

export type PersonId = Id<'person'>;
export type RoomId = Id<'room'>;
export type SpaceId = Id<'space'>;
export type ProcessId = Id<'process'>;
export type GroupId = Id<'group'>;
export type InvitationId = Id<'invitation'>;
export type QuestionId = Id<'question'>;
export type TaskId = Id<'task'>;
export type RoundId = Id<'round'>;
export type ContributionId = Id<'contribution'>;
export type ResultId = Id<'result'>;
export type VoteId = Id<'vote'>;
export type LinkRequestId = Id<'linkRequest'>;
export type LinkId = Id<'link'>;
