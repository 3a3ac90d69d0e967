import { Column, DataType, Default, Table } from 'sequelize-typescript';
import { BaseModel } from '../base/base-model.ts';

/** A shopping cart; it belongs to a user or to the holder of a guest's cookie. */
@Table({ tableName: 'carts' })
export class Cart extends BaseModel<Cart> {
  @Column(DataType.INTEGER)
  declare userId: number | null;

  /** Hash of the guest's cookie; null once the cart belongs to a user. */
  @Column(DataType.STRING(64))
  declare tokenHash: string | null;

  /** The user into whose cart this guest cart was merged at a login (at `updatedAt`); null for a separate cart. */
  @Default(null)
  @Column(DataType.INTEGER)
  declare joinedUserId: number | null;

  /** The code of a promotion, as typed at the cart; whether it applies is decided at each reading. */
  @Default(null)
  @Column(DataType.STRING(40))
  declare couponCode: string | null;
}
