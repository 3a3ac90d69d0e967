/*
 * Loaded before a program: ends it without a trace when it is about to take the step that DIE_AT says, counted from 1,
 * and otherwise prints how many steps it took. A step is a statement, or a change to the names of files.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import LibsqlDatabase from 'libsql';
import mysql from 'mysql2';

const dieAt = Number(process.env.DIE_AT);
let steps = 0;

function counted(holder, name) {
  const original = holder[name];
  holder[name] = function (...given) {
    steps += 1;
    if (steps === dieAt) process.kill(process.pid, 'SIGKILL');
    return original.apply(this, given);
  };
}

for (const name of ['linkSync', 'copyFileSync', 'renameSync', 'rmSync']) counted(fs, name);
for (const name of ['copyFile', 'rename', 'rm']) counted(fs.promises, name);
syncBuiltinESMExports();
counted(Object.getPrototypeOf(mysql.Connection.prototype), 'addCommand');
counted(LibsqlDatabase.prototype, 'exec');
const { prepare } = LibsqlDatabase.prototype;
LibsqlDatabase.prototype.prepare = function (...given) {
  const statement = prepare.apply(this, given);
  for (const name of ['all', 'run']) counted(statement, name);
  return statement;
};

process.on('exit', () => fs.writeSync(2, `steps: ${steps}\n`));
