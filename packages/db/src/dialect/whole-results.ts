/**
 * Makes an mysql2 connection end at a row whose JSON cannot be parsed. The driver reports the error, but leaves the rest of
 * the result unread and takes it for the answer to its next statement. It ends a connection whose callback throws.
 */
export function endAtUnreadable(connection: object): void {
  let isEnding = false;
  for (const name of ['query', 'execute']) {
    const send: unknown = Reflect.get(connection, name);
    if (typeof send !== 'function') throw new TypeError('This is not an mysql2 connection.');
    Object.assign(connection, { [name]: (...values: unknown[]) => send.apply(connection, values.map(rethrowing)) });
  }

  /** A statement's callback; its other parts are left as they are. */
  function rethrowing(value: unknown): unknown {
    if (typeof value !== 'function') return value;
    return (error: unknown, ...results: unknown[]) => {
      value(error, ...results);
      // While it ends the connection, the driver calls this one again, and those of the statements that wait.
      if (isEnding || !(error instanceof SyntaxError)) return;
      isEnding = true;
      // Another one, since the driver marks it as fatal: it would seem that the database were away.
      throw new Error('The connection has ended at a row that cannot be read.');
    };
  }
}
