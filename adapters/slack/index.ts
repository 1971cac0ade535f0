/** Slack, as the product offers it: what is known of it before anybody uses it. */
import { fine, note } from '../../src/ports/finding.ts';
import type { PlatformKind } from '../../src/ports/platform.ts';
import { readSlack } from './config/read.ts';
import { SlackSection } from './config/schema.ts';
import { SLACK } from './options.ts';

export const slack = {
  name: SLACK,
  title: 'Slack',
  section: SlackSection,
  configured(section: SlackSection) {
    const options = readSlack(section);
    return (
      options && {
        examine: async () => [fine('Slack is configured; its tokens are checked when Mitwirk starts.')],
        async create(ports, locale) {
          const { createSlack } = await import('./slack.ts');
          return createSlack({ ...options, locale }, ports);
        },
      }
    );
  },
  examineUnused: async () => [note('Slack is not configured.', 'See adapters/slack/README.md if you want to use it.')],
  manifest: async (about) => (await import('./manifest.ts')).slackManifest(about),
} satisfies PlatformKind<SlackSection> & { readonly section: typeof SlackSection };
