/** The state of a saved form, for the note beside its button: "Saved" disappears with the next change. */
export function saveState(
  { isPending, isError, isSuccess }: { isPending: boolean; isError: boolean; isSuccess: boolean },
  isDirty: boolean,
) {
  if (isPending) return 'saving';
  if (isDirty && isSuccess) return 'idle';
  if (isSuccess) return 'saved';
  return isError ? 'error' : 'idle';
}
