/** Two people who become one, or two again, and the link by which. */
import type { LinkId, PersonId } from '../../../../src/domain/ids.ts';

export interface Joint {
  readonly link: LinkId;
  /** Who both are while the link lasts. */
  readonly person: PersonId;
  readonly added: PersonId;
}
