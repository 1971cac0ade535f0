/** What a person may answer in a vote. */

/** `yes` is the consent in a consent round; `concern` is a consent with a concern on record. */
export type Choice = 'yes' | 'no' | 'abstain' | 'concern' | 'objection';

/** Why a choice cannot be taken. */
export type ChoiceProblem = 'notOffered' | 'reasonMissing';

/** Whether the choice is worthless to the others without a reason: an objection nobody can answer helps no one. */
export function needsReason(choice: Choice): boolean {
  return choice === 'objection';
}

/** What stands in the way of this choice under the frozen rule, or `null`. A reason of blanks is no reason. */
export function choiceProblem(
  rule: { readonly choices: readonly Choice[] },
  choice: Choice,
  reason: string | null,
): ChoiceProblem | null {
  if (!rule.choices.includes(choice)) return 'notOffered';
  if (needsReason(choice) && !reason?.trim()) return 'reasonMissing';
  return null;
}
