import { t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { apiError, messageOf, trpcClient, useTRPC } from '../../lib/trpc.ts';

interface Term {
  language: string;
  source: string;
  /** Null where there is none. */
  text: string | null;
}

/** What is typed as the translation of a text, and what became of it. */
export function useTerm({ language, source, text }: Term) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [typed, setTyped] = useState(text ?? '');
  const [saved, setSaved] = useState(text ?? '');
  /** What is saved once those before it are: it is what the next change is based on. */
  const known = useRef(text ?? '');
  const sent = useRef(text ?? '');
  const save = useMutation({
    mutationFn: (text: string) =>
      trpcClient.admin.glossary.save.mutate({ language, source, text, before: known.current || null }),
    // One after the other: the last one typed is the last one saved.
    scope: { id: `term ${language} ${source}` },
    async onSuccess(answer) {
      know(answer.text ?? '');
      // What is on the screen stays there, also what no longer matches the filter.
      await client.invalidateQueries({ ...trpc.admin.glossary.pathFilter(), refetchType: 'none' });
    },
    onError(error, words) {
      const theirs = theirsIn(error);
      // What was typed before the answer came is not meant for what it tells.
      if (theirs !== undefined && words === sent.current) know(theirs);
    },
  });

  function know(words: string) {
    known.current = words;
    setSaved(words);
  }

  function submit() {
    const words = typed.trim();
    if (words !== (save.isPending ? sent.current : saved)) {
      sent.current = words;
      save.mutate(words);
    } else if (save.isError) save.reset();
  }

  const theirs = theirsIn(save.error);
  return {
    typed,
    setTyped,
    isSaving: save.isPending,
    isSaved: save.isSuccess && typed.trim() === saved,
    problem: theirs !== undefined ? conflictWith(theirs) : save.error ? messageOf(save.error) : undefined,
    /** Enter. */
    submit,
    /** What somebody else has changed is changed again only by Enter: looking at it must not do so. */
    onBlur: () => (theirs === undefined ? submit() : undefined),
    /** Esc. */
    takeBack() {
      setTyped(saved);
      save.reset();
    },
  };
}

/** What somebody else has made of it, if that is why it was not saved. */
function theirsIn(error: unknown): string | undefined {
  const now = apiError(error)?.details?.now;
  return now === undefined ? undefined : String(now);
}

function conflictWith(now: string): string {
  if (now === '') return t`Someone has removed it. Enter saves yours, Esc keeps theirs.`;
  return t`Someone has changed it to ${{ now }}. Enter saves yours, Esc keeps theirs.`;
}
