import type { Seller } from '@lantern/db/models/invoice';
import type { Thumbnails } from '../images/thumbnails.ts';
import type { WithLanguages } from '../shared/languages.ts';
import { type Language, pathPrefix } from '../words/language.ts';
import { type LinkServices, Links } from './links.ts';
import { MailPictures } from './pictures.ts';

/** Who writes a mail: its language, the links of its pages, and the store. */
export interface MailWriter extends Language {
  links: Links;
  pictures: MailPictures;
  seller: Seller;
}

/** What mails are written with. */
export interface WriterServices extends LinkServices, WithLanguages {
  /** Whose address some mails name. */
  seller: Seller;
  thumbnails: Thumbnails;
}

/** A writer in this language, whose links lead to pages in it. */
export function writerIn(language: Language, services: WriterServices): MailWriter {
  const links = new Links({ ...services, storeUrl: services.storeUrl + pathPrefix(language, services) });
  return { ...language, links, pictures: new MailPictures(services.thumbnails), seller: services.seller };
}
