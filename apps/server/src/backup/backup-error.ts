/** A backup, a restore or a move that is refused or cannot go on; the message is one sentence for the operator. */
export class BackupError extends Error {
  override name = 'BackupError';
}
