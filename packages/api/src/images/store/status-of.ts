/** The HTTP status of an answer that the client throws as an error; 0 if there was none. */
export function statusOf(error: Error): number {
  const metadata: unknown = '$metadata' in error ? error.$metadata : null;
  if (!metadata || typeof metadata !== 'object' || !('httpStatusCode' in metadata)) return 0;
  return Number(metadata.httpStatusCode ?? 0);
}
