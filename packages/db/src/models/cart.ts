import { Column, DataType, Default, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';

/** What somebody means to buy: it belongs to a user, or to whoever holds the guest's cookie. */
@Table({ tableName: 'carts' })
export class Cart extends BaseModel<Cart> {
  @Column(DataType.INTEGER)
  declare userId: number | null;

  /** Hash of the guest's cookie; null once the cart belongs to a user. */
  @Column(DataType.STRING(64))
  declare tokenHash: string | null;

  /** Of a guest's cart: whose it has become at a login, when it was last touched; null while it is a cart of its own. */
  @Default(null)
  @Column(DataType.INTEGER)
  declare joinedUserId: number | null;
}
