import type { WithDatabase } from '@lantern/db/database';
import { MailText, mailKindName } from '@lantern/db/models/mail-text';
import type { MailWording } from '@lantern/db/models/outbox-mail';
import { duplicateColumn } from '@lantern/db/query';
import { mailKinds, ownWording, templateOf } from '../../mail/templates.ts';
import { wordingWith } from '../../mail/wording.ts';
import { isWritten, readWrittenWords, type WrittenWords, type WrittenWordsOf } from '../../mail/written-words.ts';
import { refuseOtherLanguages, translationOf, type WithLanguages } from '../../shared/languages.ts';
import { ShopError } from '../../shared/shop-error.ts';
import { customerLanguage, type Language, languageOf } from '../../words/language.ts';
import { checkPlaceholders, knownTemplate } from './check-words.ts';
import type { SaveText } from './schema.ts';
import { saveTranslations } from './translations.ts';

/** The words of the mails of a kind in one language. */
interface AdminWords extends MailWording {
  /** The store's own words. */
  defaults: MailWording;
  /** What can stand in the words, as `{name}`, and an example of what it stands for. */
  placeholders: { name: string; example: string }[];
  /** Whether any of the words are an admin's. */
  isOwn: boolean;
}

/** The words of the mails of a kind, as admins edit them: in the store's first language, and below `texts` in the others. */
export interface AdminMailText extends AdminWords {
  kind: string;
  /** "Order placed". */
  name: string;
  /** When such a mail is sent, in a sentence. */
  occasion: string;
  /** By language, without the store's first. */
  texts: Record<string, AdminWords>;
  /** Counts the changes from 0, in whatever language. */
  version: number;
}

/** The words of all kinds of mail, in all languages of the store. */
export async function listTexts(services: WithLanguages): Promise<AdminMailText[]> {
  return viewTexts(services, mailKinds);
}

/**
 * Changes the words of a kind of mail, for those that are sent from now on. What equals the store's own words is not
 * kept, so that it follows them.
 * @throws {ShopError} NOT_FOUND; BAD_REQUEST for an unknown placeholder, or a language that the store does not have or
 * that is its first; CONFLICT `version_conflict` if they have changed since `version`.
 */
export function saveText(services: WithDatabase & WithLanguages, input: SaveText): Promise<AdminMailText> {
  const { kind, version, texts = {}, ...first } = input;
  refuseOtherLanguages(texts, services);
  const template = knownTemplate(kind);
  const others = Object.entries(texts).map(([code, words]) => ({ code, language: languageOf(code), words }));
  const language = customerLanguage(null, services);
  checkPlaceholders(template, [
    { at: '', language, words: first },
    ...others.map(({ code, ...given }) => ({ at: `texts.${code}.`, ...given })),
  ]);
  const kept = keptOf(kind, first, language);
  const translations = new Map(others.map(({ code, language, words }) => [code, keptOf(kind, words, language)]));
  return services.database.transaction(async () => {
    const found = await MailText.findOne({ where: { kind }, lock: true });
    if (version !== undefined && version !== (found?.version ?? 0)) throw changedMeanwhile(found?.version ?? 0);
    if (found || [kept, ...translations.values()].some(isWritten)) {
      const row = found ?? (await MailText.create({ kind, ...kept }).catch(orChangedMeanwhile));
      row.set(kept);
      const isTranslated = await saveTranslations(row.id, translations);
      if (found && (row.changed() || isTranslated)) await row.set({ version: row.version + 1 }).save();
    }
    const [text] = await viewTexts(services, [kind]);
    if (!text) throw new Error(`There is no text of ${kind}.`);
    return text;
  });
}

/** What is kept of these words. */
function keptOf(kind: string, words: MailWording, language: Language): WrittenWords {
  const own = ownWording(kind, language);
  const kept = (field: keyof MailWording) => (words[field] === own[field] ? null : words[field]);
  return { subject: kept('subject'), title: kept('title'), text: kept('text') };
}

async function viewTexts(services: WithLanguages, kinds: string[]): Promise<AdminMailText[]> {
  const [, ...others] = services.languages;
  const rows = await MailText.findAll({ where: { kind: kinds }, attributes: ['kind', 'version'], raw: true });
  const versions = new Map(rows.map(({ kind, version }) => [kind, version]));
  const written = await readWrittenWords(kinds, [null, ...others]);
  const inLanguage = (kind: string, language: Language) => viewWords(kind, language, written, services);
  return kinds.map((kind) => ({
    kind,
    name: mailKindName(kind),
    occasion: templateOf(kind).occasion,
    ...inLanguage(kind, customerLanguage(null, services)),
    texts: Object.fromEntries(others.map((code) => [code, inLanguage(kind, languageOf(code))])),
    version: versions.get(kind) ?? 0,
  }));
}

function viewWords(kind: string, language: Language, written: WrittenWordsOf, services: WithLanguages): AdminWords {
  const { values, example } = templateOf(kind);
  const own = ownWording(kind, language);
  const words = written(kind, translationOf(language.code, services));
  return {
    ...wordingWith(own, words),
    defaults: own,
    placeholders: Object.entries(values(example, language)).map(([name, value]) => ({ name, example: value })),
    isOwn: isWritten(words),
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
