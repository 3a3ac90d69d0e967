import { adminProcedure, router } from '../../trpc.ts';
import { mailInput, mailListInput, resendMailInput } from './schema.ts';
import { listMails, previewMail, resendMail } from './service.ts';

export const adminMailRouter = router({
  list: adminProcedure.input(mailListInput.prefault({})).query(({ input }) => listMails(input)),

  preview: adminProcedure.input(mailInput).query(({ ctx, input }) => previewMail(ctx.services, input.id)),

  resend: adminProcedure
    .meta({ verb: 'resend' })
    .input(resendMailInput)
    .mutation(({ ctx, input }) => resendMail(ctx.services, input.id)),
});
