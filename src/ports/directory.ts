/** Where people of the application are found on a platform. */
import type { PersonId } from '../domain/ids.ts';

export interface Directory {
  /** The platform's ids of those who have one there. */
  externalIds(platform: string, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>;
}
