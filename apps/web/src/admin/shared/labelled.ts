import type { MessageDescriptor } from '@lingui/core';
import { t } from '@lingui/core/macro';

/** The choices of a select, their labels in the language of the page. */
export function labelled<Value extends string>(choices: readonly { value: Value; label: MessageDescriptor }[]) {
  return choices.map(({ value, label }) => ({ value, label: t(label) }));
}
