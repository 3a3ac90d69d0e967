import { expect, test } from 'vitest';
import { type Host, Hosts, readHosts } from './mysql-hosts.ts';

test.each([
  ['mysql://u:p@one/shop', ['one:3306'], 'mysql://u:p@one/shop'],
  ['mysql://u:p@one:1,two,[::1]:3/shop?ssl=1', ['one:1', 'two:3306', '::1:3'], 'mysql://u:p@one:1/shop?ssl=1'],
  ['mysql://one, two/shop', ['one:3306', 'two:3306'], 'mysql://one/shop'],
])('%s names its servers', (given, names, url) => {
  const read = readHosts(given);
  expect(read?.hosts.map(({ host, port }) => `${host}:${port}`)).toEqual(names);
  expect(read?.url).toBe(url);
});

test.each(['mysql://one,/shop', 'mysql://one:port,two/shop', 'mysql://one,two', 'mysql:///shop', 'sqlite:shop.db'])(
  '%s is no such URL',
  (url) => expect(readHosts(url)).toBeNull(),
);

function three() {
  const [a, b, c] = ['a', 'b', 'c'].map((host): Host => ({ host, port: 1 }));
  if (!a || !b || !c) throw new Error('There are three.');
  const ill = new Set<Host>();
  const lost: string[] = [];
  const hosts = new Hosts(
    [a, b, c],
    async (host) => !ill.has(host),
    ({ host }) => lost.push(host),
  );
  return { a, b, c, ill, lost, hosts };
}

test('the first that is well is used, and one that has been lost is said', async () => {
  const { a, b, ill, lost, hosts } = three();
  await hosts.look();
  expect([hosts.current.host, hosts.isWell, lost]).toEqual(['a', true, []]);
  ill.add(a).add(b);
  await hosts.look();
  expect([hosts.current.host, hosts.isWell, lost]).toEqual(['c', true, ['a']]);
});

test('it goes back only to one that has been well for a while, and nobody is lost by that', async () => {
  const { a, ill, lost, hosts } = three();
  ill.add(a);
  await hosts.look();
  ill.delete(a);
  const used: string[] = [];
  for (let n = 0; n < 3; n++) {
    await hosts.look();
    used.push(hosts.current.host);
  }
  expect([used, lost]).toEqual([['b', 'b', 'a'], ['a']]);
});

test('without any that is well, it stays with the one it has', async () => {
  const { a, b, c, ill, lost, hosts } = three();
  ill.add(a).add(b).add(c);
  await hosts.look();
  expect([hosts.current.host, hosts.isWell, lost]).toEqual(['a', false, []]);
});
