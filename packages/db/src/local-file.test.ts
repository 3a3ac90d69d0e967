import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LocalFile } from './local-file.ts';

const newPath = () => join(mkdtempSync(join(tmpdir(), 'lantern-local-')), 'file.db');

function withTable(path = newPath()): LocalFile {
  const file = LocalFile.open(path);
  file.exec('CREATE TABLE IF NOT EXISTS words (id INTEGER PRIMARY KEY, word TEXT)');
  return file;
}

const wordsIn = (file: LocalFile) => file.all<{ word: string }>('SELECT word FROM words ORDER BY id');

test('what was written is there when the file is opened again', () => {
  const path = newPath();
  using first = withTable(path);
  expect(first.run('INSERT INTO words (word) VALUES (?), (?)', 'lamp', 'mug')).toBe(2);
  first.close();
  using again = withTable(path);
  expect(again.get('SELECT word FROM words WHERE id = ?', 2)).toEqual({ word: 'mug' });
  expect(again.get('SELECT word FROM words WHERE id = ?', 3)).toBeUndefined();
});

test('a transaction that throws leaves nothing, and another connection sees only whole ones', () => {
  const path = newPath();
  using writer = withTable(path);
  using reader = withTable(path);
  const failing = () =>
    writer.transaction(() => {
      writer.run('INSERT INTO words (word) VALUES (?)', 'lost');
      throw new Error('no');
    });
  expect(failing).toThrow('no');
  writer.transaction(() => {
    writer.run('INSERT INTO words (word) VALUES (?)', 'lamp');
    expect(wordsIn(reader)).toEqual([]);
    writer.transaction(() => writer.run('INSERT INTO words (word) VALUES (?)', 'mug'));
    expect(wordsIn(reader)).toEqual([]);
  });
  expect(wordsIn(reader)).toEqual([{ word: 'lamp' }, { word: 'mug' }]);
});

test('a lock is taken once, until it is released', () => {
  const path = newPath();
  const lock = LocalFile.lock(path);
  expect(lock).not.toBeNull();
  expect(LocalFile.lock(path)).toBeNull();
  lock?.[Symbol.dispose]();
  using again = LocalFile.lock(path);
  expect(again).not.toBeNull();
});

test('what is no file of SQLite is replaced', () => {
  const path = newPath();
  writeFileSync(path, 'This is not a database. '.repeat(100));
  using file = LocalFile.openOrReplace(path);
  file.exec('CREATE TABLE words (id INTEGER)');
  expect(file.all('SELECT * FROM words')).toEqual([]);
});
