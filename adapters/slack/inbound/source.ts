/** Where an event comes from: which installation it is for, who caused it and where. */

export interface Source {
  readonly teamId: string | null;
  readonly enterpriseId: string | null;
}

export interface Visitor {
  readonly id: string;
  /** As the payload calls them; only used while Slack cannot be asked. */
  readonly name: string | null;
  /** Their own workspace, where the payload tells it. */
  readonly teamId: string | null;
}

export interface Place {
  readonly id: string;
  readonly name: string | null;
}

/** One thing somebody did in Slack. */
export interface Visit {
  /** The same however often Slack delivers it. */
  readonly key: string;
  readonly source: Source;
  readonly visitor: Visitor;
  /** Null where there is no conversation around it, as in App Home. */
  readonly place: Place | null;
  /** Of the message it was done on or in; the answer goes into the same thread. */
  readonly threadTs: string | null;
}

/** The ids of a conversation with the bot or between two people begin with D. */
export function isDirect(place: Place | null): boolean {
  return place === null || place.id.startsWith('D');
}
