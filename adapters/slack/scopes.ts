/** What the app may do in Slack: each scope with the one reason it is there for. */

export const SCOPES = {
  'app_mentions:read': 'Commands by mentioning the bot, also in threads, where slash commands do not work',
  'channels:history':
    'Recognise an own message after a crash, so that it is not sent twice; read the first message of a thread in which the bot is mentioned',
  'channels:read': 'Names of public channels; notice when the bot is removed, invited, or a channel is archived',
  'chat:write': 'Post and change cards, answer people',
  commands: 'Slash commands and shortcuts',
  'files:write': 'Show charts as pictures; without it their numbers stand in words alone',
  'groups:history': 'As channels:history, in private channels the bot was invited to',
  'groups:read': 'As channels:read, for private channels the bot was invited to',
  'im:history': 'Direct messages to the bot as commands; recognise own direct messages after a crash',
  'im:write': 'Open the direct chat for reminders and receipts',
  'users:read': 'Names, handles and languages of the people who take part; notice when somebody is renamed or leaves',
} as const satisfies Readonly<Record<string, string>>;
