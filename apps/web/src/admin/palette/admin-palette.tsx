import { truncate } from '@lantern/text/normalize';
import { Button } from '@lantern/ui/button';
import { Palette, type PaletteItem } from '@lantern/ui/palette';
import { plural, t } from '@lingui/core/macro';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { useUser } from '../../auth/require-user.tsx';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { firstGroups, foundGroups, thingOf } from './found-groups.tsx';
import { noteRecent, recentThings } from './recent.ts';

const TYPING_PAUSE_MS = 150;
const MAX_LENGTH = 100;

/** Finds products, orders, users and pages, and goes there. */
export function AdminPalette({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const { id: userId } = useUser();
  const [recent] = useState(() => recentThings(userId));
  const [typed, setTyped] = useState('');
  const q = truncate(typed.trim(), MAX_LENGTH);
  const asked = useDebounced(q, TYPING_PAUSE_MS);
  const { data, error, refetch, isFetching, isPlaceholderData } = useQuery(
    useTRPC().admin.find.queryOptions(asked ? { q: asked } : skipToken, { placeholderData: keepPreviousData }),
  );
  const loading = q !== '' && (q !== asked || isFetching);
  const found = q === '' ? undefined : data;
  const groups = q === '' ? firstGroups(recent) : foundGroups(q, asked, found);
  const count = groups.flatMap(({ items }) => items).filter(({ more }) => !more).length;

  const pick = useCallback(
    ({ key, href }: PaletteItem) => {
      const thing = thingOf(data, key) ?? recent.find((one) => one.key === key);
      if (thing) noteRecent(userId, thing);
      onClose();
      navigate(href);
    },
    [data, recent, userId, onClose, navigate],
  );

  function statusText(): string {
    if (q === '') return '';
    if (loading && (count === 0 || isPlaceholderData)) return t`Searching…`;
    return count === 0 ? t`Nothing found for “${q}”.` : plural(count, { one: '# result', other: '# results' });
  }
  return (
    <Palette
      label={t`Find anything`}
      placeholder={t`Product, SKU, order, email, page`}
      value={typed}
      onChange={setTyped}
      groups={groups}
      onPick={pick}
      onClose={onClose}
      loading={loading}
      status={statusText()}
      problem={
        q !== '' &&
        error && (
          <p role="alert">
            {messageOf(error)}{' '}
            <Button size="small" variant="plain-link" onClick={() => void refetch()} loading={isFetching}>
              {t`Try again`}
            </Button>
          </p>
        )
      }
    />
  );
}
