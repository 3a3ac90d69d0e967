import { adminProcedure, router } from '../../trpc.ts';
import { mailInput, mailListInput, previewTextInput, resendMailInput, saveTextInput } from './schema.ts';
import { listMails, previewMail, resendMail } from './service.ts';
import { previewText } from './text-preview.ts';
import { listTexts, saveText } from './texts.ts';

export const adminMailRouter = router({
  list: adminProcedure.input(mailListInput.prefault({})).query(({ ctx, input }) => listMails(ctx.services, input)),

  preview: adminProcedure.input(mailInput).query(({ ctx, input }) => previewMail(ctx.services, input.id)),

  resend: adminProcedure
    .meta({ verb: 'resend' })
    .input(resendMailInput)
    .mutation(({ ctx, input }) => resendMail(ctx.services, input.id)),

  texts: adminProcedure.query(({ ctx }) => listTexts(ctx.services)),

  previewText: adminProcedure.input(previewTextInput).query(({ ctx, input }) => previewText(ctx.services, input)),

  // Always: that its first change makes a row is nobody's concern.
  saveText: adminProcedure
    .meta({ verb: 'update' })
    .input(saveTextInput)
    .mutation(({ ctx, input }) => saveText(ctx.services, input)),
});
