import type { RouterOutputs } from '@lantern/api/types';
import { SaveNote } from '@lantern/ui/save-note';
import { TextField } from '@lantern/ui/text-field';
import { plural } from '@lingui/core/macro';
import { useTerm } from './use-term.ts';

interface TermFieldProps {
  language: string;
  term: RouterOutputs['admin']['glossary']['list']['terms'][number];
}

/** What a text is called in a language: saved on Enter and when the field is left, so that one after the other can be typed. */
export function TermField({ language, term: { source, text, uses } }: TermFieldProps) {
  const { typed, setTyped, isSaving, isSaved, problem, submit, onBlur, takeBack } = useTerm({ language, source, text });
  return (
    <li>
      <TextField
        label={source}
        hint={plural(uses, { one: '# use', other: '# uses' })}
        error={problem}
        lang={language}
        autoComplete="off"
        maxLength={255}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={onBlur}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') submit();
          if (event.key === 'Escape') takeBack();
        }}
      />
      <SaveNote state={isSaving ? 'saving' : isSaved ? 'saved' : 'idle'} />
    </li>
  );
}
