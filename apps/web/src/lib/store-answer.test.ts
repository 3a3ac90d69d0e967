import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { storeAnswer } from './store-answer.ts';

test('a read that started before a change does not put the earlier value back', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const queryKey = ['cart'];
  const answers: ((value: string) => void)[] = [];
  const queryFn = () => new Promise<string>((resolve) => answers.push(resolve));
  const observer = new QueryObserver(client, { queryKey, queryFn });
  const stop = observer.subscribe(() => undefined);
  answers[0]?.('one item');
  await expect.poll(() => observer.getCurrentResult().data).toBe('one item');

  const read = observer.refetch();
  await storeAnswer(client, queryKey, 'empty');
  answers[1]?.('one item');
  await read;
  expect(observer.getCurrentResult()).toMatchObject({ data: 'empty', fetchStatus: 'idle' });
  stop();
});
