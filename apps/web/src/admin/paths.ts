/** The paths of the admin area. */
export const adminPath = '/admin';
export const adminProductsPath = '/admin/products';
/** The products that are sold to the end or nearly, the emptiest first. */
export const lowStockPath = `${adminProductsPath}?status=active&stock=low&sort=stock_asc`;
export const adminProductPath = (id: number | string) => `${adminProductsPath}/${id}`;
export const adminCategoriesPath = '/admin/categories';
export const adminSynonymsPath = '/admin/synonyms';
/** What short texts are called in other languages. */
export const adminGlossaryPath = '/admin/translations';
export const adminDeliveryPath = '/admin/delivery';
export const adminPromotionsPath = '/admin/promotions';
export const adminOrdersPath = '/admin/orders';
/** Where a payment was declined. */
export const declinedOrdersPath = `${adminOrdersPath}?status=payment_failed&range=24h`;
export const adminOrderPath = (number: string) => `${adminOrdersPath}/${encodeURIComponent(number)}`;
export const fulfilmentPath = '/admin/fulfilment';
export const packingSlipsPath = (numbers: string[]) =>
  `${fulfilmentPath}/packing-slips?orders=${numbers.map(encodeURIComponent).join()}`;
export const parcelSlipPath = (number: string, position: number) => `${packingSlipsPath([number])}&parcel=${position}`;
export const adminReturnsPath = '/admin/returns';
/** Those that wait for a decision. */
export const requestedReturnsPath = `${adminReturnsPath}?status=requested`;
export const adminUsersPath = '/admin/users';
export const adminUserPath = (id: number | string) => `${adminUsersPath}/${id}`;
export const adminMailsPath = '/admin/mails';
/** Those that are not tried again. */
export const failedMailsPath = `${adminMailsPath}?status=failed`;
export const adminMailPath = (id: number | string) => `${adminMailsPath}/${id}`;
/** A mail alone, as its recipient sees it; not a page of the admin area. */
export const mailHtmlPath = (id: number) => `${adminMailPath(id)}.html`;
/** The words of mails, by their kinds. */
export const adminMailTextsPath = `${adminMailsPath}/texts`;
export const adminMailTextPath = (kind: string) => `${adminMailTextsPath}/${kind}`;
/** An empty page that a mail can be written into; not a page of the admin area. */
export const emptyMailPath = `${adminMailsPath}/empty.html`;
/** The pages that admins write. */
export const adminPagesPath = '/admin/pages';
export const adminPagePath = (id: number | string) => `${adminPagesPath}/${id}`;
export const adminActivityPath = '/admin/activity';
/** The activity log of one entity. */
export const historyPath = ({ type, id }: { type: string; id: string }) =>
  `${adminActivityPath}?entity=${encodeURIComponent(`${type}:${id}`)}`;
