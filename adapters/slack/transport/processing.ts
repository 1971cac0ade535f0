/** What Bolt does not know by itself: events without a kind it knows are answered too, and an event rate limit is told to operators. */
import type { App, ReceiverEvent } from '@slack/bolt';
import type { Log } from '../../../src/ports/log.ts';

/** Slack stops sending to an app that does not answer. */
export function answerEverything(app: App, log: Log): void {
  const process = app.processEvent.bind(app);
  app.processEvent = async (event: ReceiverEvent) => {
    if (event.body.type === 'app_rate_limited') {
      log.error('slack holds back events of a busy workspace', new Error('app_rate_limited'), {
        minute: event.body.minute_rate_limited,
      });
      await event.ack();
      return;
    }
    if (isKnown(event.body)) await process(event);
    else await event.ack();
  };
}

function isKnown(body: ReceiverEvent['body']): boolean {
  const kinds = ['block_actions', 'block_suggestion', 'message_action', 'shortcut', 'view_closed', 'view_submission'];
  return body.command !== undefined || typeof body.event === 'object' || kinds.includes(String(body.type));
}
