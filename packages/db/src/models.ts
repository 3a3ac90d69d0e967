import { AccountToken } from './models/account-token.ts';
import { ActivityEntry } from './models/activity-entry.ts';
import { ActivityHead } from './models/activity-head.ts';
import { Address } from './models/address.ts';
import { BulkChange } from './models/bulk-change.ts';
import { Cart } from './models/cart.ts';
import { CartItem } from './models/cart-item.ts';
import { Category } from './models/category.ts';
import { CategoryText } from './models/category-text.ts';
import { DeliveryMethod } from './models/delivery-method.ts';
import { FormerPageSlug } from './models/former-page-slug.ts';
import { FormerSlug } from './models/former-slug.ts';
import { GlossaryTerm } from './models/glossary-term.ts';
import { GuestNameEnding } from './models/guest-name-ending.ts';
import { Invoice } from './models/invoice.ts';
import { InvoiceCounter } from './models/invoice-counter.ts';
import { MailText } from './models/mail-text.ts';
import { MailTextTranslation } from './models/mail-text-translation.ts';
import { NameEnding } from './models/name-ending.ts';
import { Order } from './models/order.ts';
import { OrderEvent } from './models/order-event.ts';
import { OrderItem } from './models/order-item.ts';
import { OrderReturn } from './models/order-return.ts';
import { OrderReturnItem } from './models/order-return-item.ts';
import { OutboxMail } from './models/outbox-mail.ts';
import { PageText } from './models/page-text.ts';
import { Parcel } from './models/parcel.ts';
import { ParcelItem } from './models/parcel-item.ts';
import { Payment } from './models/payment.ts';
import { Product } from './models/product.ts';
import { ProductCategory } from './models/product-category.ts';
import { ProductImage } from './models/product-image.ts';
import { ProductText } from './models/product-text.ts';
import { Promotion } from './models/promotion.ts';
import { PromotionUse } from './models/promotion-use.ts';
import { ProviderCharge } from './models/provider-charge.ts';
import { ProviderRefund } from './models/provider-refund.ts';
import { Refund } from './models/refund.ts';
import { RestockWish } from './models/restock-wish.ts';
import { SavedView } from './models/saved-view.ts';
import { SearchSynonym } from './models/search-synonym.ts';
import { Secret } from './models/secret.ts';
import { Session } from './models/session.ts';
import { Setting } from './models/setting.ts';
import { StockMovement } from './models/stock-movement.ts';
import { StorePage } from './models/store-page.ts';
import { UploadedImage } from './models/uploaded-image.ts';
import { User } from './models/user.ts';
import { Variant } from './models/variant.ts';

/** Every table, parents before children. */
export const models = [
  User,
  NameEnding,
  Session,
  AccountToken,
  Address,
  SavedView,
  Category,
  CategoryText,
  Product,
  ProductText,
  ProductCategory,
  Variant,
  StockMovement,
  RestockWish,
  ProductImage,
  Promotion,
  PromotionUse,
  Cart,
  CartItem,
  Order,
  GuestNameEnding,
  OrderItem,
  OrderEvent,
  Parcel,
  ParcelItem,
  OrderReturn,
  OrderReturnItem,
  Payment,
  Refund,
  ProviderCharge,
  ProviderRefund,
  UploadedImage,
  SearchSynonym,
  GlossaryTerm,
  DeliveryMethod,
  ActivityEntry,
  ActivityHead,
  FormerSlug,
  StorePage,
  PageText,
  MailTextTranslation,
  FormerPageSlug,
  BulkChange,
  OutboxMail,
  MailText,
  Secret,
  Setting,
  Invoice,
  InvoiceCounter,
];
