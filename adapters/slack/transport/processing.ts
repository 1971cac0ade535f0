/** What Bolt does not do by itself: answer events it does not know or cannot read, and tell when all is done. */
import type { App, ReceiverEvent } from '@slack/bolt';
import type { Log } from '../../../src/ports/log.ts';
import { createUnderWay } from '../../kit/underWay.ts';
import { acknowledge } from '../handlers/acknowledge.ts';

export interface Processing {
  /** Waits until no event is being handled. */
  settle(): Promise<void>;
}

/** Slack stops sending to an app that does not answer. That it holds back events of a busy workspace is told to operators. */
export function overseeProcessing(app: App, log: Log): Processing {
  const underWay = createUnderWay();
  const bolt = app.processEvent.bind(app);

  async function process(event: ReceiverEvent): Promise<void> {
    if (event.body.type === 'app_rate_limited') {
      const { minute_rate_limited: minute } = event.body;
      log.error('slack holds back events of a busy workspace', new Error('app_rate_limited'), { minute });
      return event.ack();
    }
    if (!isKnown(event.body)) return event.ack();
    let acknowledged = false;
    const ack: ReceiverEvent['ack'] = (response) => {
      acknowledged = true;
      return event.ack(response);
    };
    await bolt({ ...event, ack }).catch((error: unknown) => log.error('an event of slack was not read', error));
    if (!acknowledged) await acknowledge(event.ack, log);
  }

  app.processEvent = (event) => underWay.add(process(event));

  return { settle: underWay.settle };
}

function isKnown(body: ReceiverEvent['body']): boolean {
  const kinds = ['block_actions', 'block_suggestion', 'message_action', 'shortcut', 'view_closed', 'view_submission'];
  const isEvent = typeof body.event === 'object' && body.event !== null;
  return body.command !== undefined || isEvent || kinds.includes(String(body.type));
}
