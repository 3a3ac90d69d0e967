import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { Op } from '@lantern/db/query';
import { aboutOf } from '../../outbox/about.ts';
import { byRow } from '../by-row.ts';
import { logRepair } from '../log-repair.ts';
import { assertShape, shapes } from '../unreadable.ts';

/** The order or return that a mail is found by, against what it says. */
export const mails = byRow({
  name: 'mails',
  table: 'outbox_mails',
  async suspects(_, { after, through }) {
    const rows = await OutboxMail.findAll({
      where: { id: { [Op.gt]: after, [Op.lte]: through } },
      attributes: ['id', 'about', 'data'],
      order: ['id'],
      raw: true,
    });
    return rows.filter(({ about, data }) => about !== aboutIn(data)).map(({ id }) => id);
  },
  async examine(_, id) {
    const mail = await OutboxMail.findByPk(id, { lock: true, raw: true });
    if (!mail) return [];
    const expected = aboutIn(mail.data);
    if (mail.about === expected) return [];
    return [{ what: 'about', where: `mail ${id}`, expected, found: mail.about, advice: null }];
  },
  async mend(_, id, findings) {
    const mail = await OutboxMail.findByPk(id, { rejectOnEmpty: true });
    await OutboxMail.update({ about: aboutIn(mail.data) }, { where: { id }, silent: true });
    logRepair(mail, findings);
  },
});

function aboutIn(data: OutboxMail['data']): string | null {
  assertShape(shapes.fields, data);
  return aboutOf(data);
}
