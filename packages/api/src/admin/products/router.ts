import { adminProcedure, router } from '../../trpc.ts';
import { previewBulk, updateBulk } from './bulk/bulk.ts';
import { listAdminProducts } from './list.ts';
import {
  bulkPreviewInput,
  bulkUpdateInput,
  createProductInput,
  editVariantInput,
  productInput,
  productListInput,
  stockHistoryInput,
  updateProductInput,
} from './schema.ts';
import { createProduct, updateProduct } from './service.ts';
import { stockHistory } from './stock-history.ts';
import { editVariant } from './variants/edit-variant.ts';
import { adminProduct } from './view.ts';
import { waitingForProduct } from './waiting.ts';

export const adminProductsRouter = router({
  list: adminProcedure
    .input(productListInput.prefault({}))
    .query(({ ctx, input }) => listAdminProducts(ctx.services, input)),
  byId: adminProcedure.input(productInput).query(({ input }) => adminProduct(input.id)),
  waiting: adminProcedure.input(productInput).query(({ input }) => waitingForProduct(input.id)),
  stockHistory: adminProcedure.input(stockHistoryInput).query(({ ctx, input }) => stockHistory(ctx.services, input)),
  create: adminProcedure.input(createProductInput).mutation(({ ctx, input }) => createProduct(ctx.services, input)),
  update: adminProcedure.input(updateProductInput).mutation(({ ctx, input }) => updateProduct(ctx.services, input)),
  editVariant: adminProcedure.input(editVariantInput).mutation(({ ctx, input }) => editVariant(ctx.services, input)),
  bulkPreview: adminProcedure.input(bulkPreviewInput).query(({ input }) => previewBulk(input)),
  bulkUpdate: adminProcedure.input(bulkUpdateInput).mutation(({ ctx, input }) => updateBulk(ctx.services, input)),
});
