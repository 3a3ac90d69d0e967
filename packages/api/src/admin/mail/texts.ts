import type { WithDatabase } from '@lantern/db/database';
import { MailText, mailKindName } from '@lantern/db/models/mail-text';
import type { MailWording } from '@lantern/db/models/outbox-mail';
import { duplicateColumn } from '@lantern/db/query';
import { unknownPlaceholder } from '../../mail/placeholders.ts';
import type { MailTemplate } from '../../mail/template.ts';
import { findTemplate, mailKinds, ownWording, templateOf } from '../../mail/templates.ts';
import { wordingWith } from '../../mail/wording.ts';
import type { WithLanguages } from '../../shared/languages.ts';
import { notFound, ShopError } from '../../shared/shop-error.ts';
import { customerLanguage, type Language } from '../../words/language.ts';
import type { PreviewText, SaveText } from './schema.ts';

/** The words of the mails of a kind, as admins edit them. */
export interface AdminMailText extends MailWording {
  kind: string;
  /** "Order placed". */
  name: string;
  /** When such a mail is sent, in a sentence. */
  occasion: string;
  /** The store's own words. */
  defaults: MailWording;
  /** What can stand in the words, as `{name}`, and an example of what it stands for. */
  placeholders: { name: string; example: string }[];
  /** Whether any of the words are an admin's. */
  isOwn: boolean;
  /** Counts the changes from 0. */
  version: number;
}

const fields = ['subject', 'title', 'text'] as const;

/** The words of all kinds of mail, in the store's first language. */
export async function listTexts(services: WithLanguages): Promise<AdminMailText[]> {
  const language = customerLanguage(null, services);
  const rows = await MailText.findAll({ raw: true });
  return mailKinds.map((kind) =>
    view(
      kind,
      language,
      rows.find((row) => row.kind === kind),
    ),
  );
}

/**
 * Changes the words of a kind of mail, for those that are sent from now on. What equals the store's own words is not
 * kept, so that it follows them.
 * @throws {ShopError} NOT_FOUND; BAD_REQUEST for an unknown placeholder; CONFLICT `version_conflict` if they have
 * changed since `version`.
 */
export function saveText(services: WithDatabase & WithLanguages, input: SaveText): Promise<AdminMailText> {
  const { kind, version } = input;
  const language = customerLanguage(null, services);
  checkedTemplate(input, language);
  const own = ownWording(kind, language);
  const kept = (field: keyof MailWording) => (input[field] === own[field] ? null : input[field]);
  const words = { subject: kept('subject'), title: kept('title'), text: kept('text') };
  return services.database.transaction(async () => {
    const row = await MailText.findOne({ where: { kind }, lock: true });
    if (version !== undefined && version !== (row?.version ?? 0)) throw changedMeanwhile(row?.version ?? 0);
    if (!row) {
      if (fields.every((field) => words[field] === null)) return view(kind, language, null);
      return view(kind, language, await MailText.create({ kind, ...words }).catch(orChangedMeanwhile));
    }
    row.set(words);
    if (row.changed()) await row.set({ version: row.version + 1 }).save();
    return view(kind, language, row);
  });
}

/** @throws {ShopError} NOT_FOUND; BAD_REQUEST for a placeholder that a mail of this kind does not have. */
export function checkedTemplate({ kind, ...words }: PreviewText, language: Language): MailTemplate {
  const template = findTemplate(kind);
  if (!template) throw notFound('kind of mail');
  const names = Object.keys(template.values(template.example, language));
  const problems = fields.flatMap((field): [string, string[]][] => {
    const unknown = unknownPlaceholder(words[field], names);
    return unknown === undefined ? [] : [[field, [problemOf(unknown, names)]]];
  });
  if (problems.length === 0) return template;
  throw new ShopError('BAD_REQUEST', 'Please check the placeholders.', { fieldErrors: Object.fromEntries(problems) });
}

function problemOf(unknown: string, names: string[]): string {
  const known = names.map((name) => `{${name}}`).join(', ');
  return `This mail has no {${unknown}}. ${known ? `It has: ${known}.` : 'It has no placeholders.'}`;
}

function view(kind: string, language: Language, row: MailText | null | undefined): AdminMailText {
  const { occasion, values, example } = templateOf(kind);
  const own = ownWording(kind, language);
  return {
    kind,
    name: mailKindName(kind),
    occasion,
    ...wordingWith(own, row),
    defaults: own,
    placeholders: Object.entries(values(example, language)).map(([name, value]) => ({ name, example: value })),
    isOwn: fields.some((field) => (row?.[field] ?? null) !== null),
    version: row?.version ?? 0,
  };
}

function changedMeanwhile(version: number): ShopError {
  return new ShopError(
    'CONFLICT',
    'Someone else has changed this text since you opened it. Discard your changes to see how it is now.',
    { reason: 'version_conflict', details: { version } },
  );
}

/** Two admins may write the first words of a kind at once. */
function orChangedMeanwhile(error: unknown): never {
  throw duplicateColumn(error) === 'kind' ? changedMeanwhile(1) : error;
}
