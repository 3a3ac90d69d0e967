/** A message as the build makes it of its text, so that no browser has to read ICU's syntax. */
export type Message = string | readonly MessagePart[];

/** Text; or the kind of the part, the value or element that it is about, and what that leads to. */
export type MessagePart =
  | string
  | readonly [kind: 'value', name: string]
  /** `#` in a plural. */
  | readonly [kind: 'number', name: string]
  | readonly [kind: 'plural' | 'select', name: string, cases: Record<string, Message>]
  /** What an element marks up, as in `Read <0>the terms</0>`. */
  | readonly [kind: 'element', index: string, content: Message];
