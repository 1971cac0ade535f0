/** The chat platforms there are, in the order of the configuration: a platform is a folder and its place in this list. */
import { matrix } from './matrix/index.ts';
import { slack } from './slack/index.ts';

export const platforms = {
  slack,
  matrix,
};
