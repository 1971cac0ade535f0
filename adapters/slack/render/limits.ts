/** What Slack accepts at most. Lengths are UTF-16 units; where a cut is possible, {@link below} keeps a margin. */

/** https://docs.slack.dev/reference/block-kit/blocks */
export const MESSAGE_BLOCKS = 50;
/** https://docs.slack.dev/surfaces/modals and https://docs.slack.dev/surfaces/app-home */
export const VIEW_BLOCKS = 100;
/** https://docs.slack.dev/reference/block-kit/blocks/header-block */
export const HEADER_TEXT = 150;
/** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export const TEXT_OBJECT = 3_000;
/** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
export const ACTIONS = 25;
/** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
export const BUTTON_TEXT = 75;
export const BUTTON_VALUE = 2_000;
/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
export const OPTION_TEXT = 75;
export const OPTIONS = 100;
/** https://docs.slack.dev/reference/block-kit/blocks/input-block */
export const INPUT_LABEL = 2_000;
/** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
export const INPUT_TEXT = 3_000;
/** https://docs.slack.dev/reference/views/modal-views */
export const MODAL_TITLE = 24;
/** https://docs.slack.dev/reference/block-kit/blocks/image-block */
export const IMAGE_ALT_TEXT = 2_000;
/** https://docs.slack.dev/reference/methods/files.getUploadURLExternal: `alt_txt_too_large` above it */
export const FILE_ALT_TEXT = 1_000;
/** https://docs.slack.dev/reference/methods/chat.update refuses more; chat.postMessage advises the same. */
export const MESSAGE_TEXT = 4_000;
/** Messages of one card: the first and its thread. What is longer belongs into a document. */
export const PAGES = 10;
/** A `response_url` may be used five times (https://docs.slack.dev/interactivity/handling-user-interaction). */
export const ANSWER_PAGES = 3;

/** Five in a hundred less, because Slack does not say exactly what it counts. */
export function below(limit: number): number {
  return Math.floor(limit * 0.95);
}
