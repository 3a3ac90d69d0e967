import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { Audited } from '../activity/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';

/** An image that an admin has uploaded, re-encoded in three sizes. */
@Audited({ entity: 'image', label: 'fileName' })
@Table({ tableName: 'uploaded_images' })
export class UploadedImage extends AuditedModel<UploadedImage> {
  /** SHA-256 of the file as it was sent: the same image twice is one row. */
  @AllowNull(false)
  @Column(DataType.STRING(64))
  declare sha256: string;

  /** What the admin's file was called. */
  @AllowNull(false)
  @Column(DataType.STRING(200))
  declare fileName: string;

  /** Where the middle size is served: `/media/uploads/3f9a…-640.webp`, beside `-320` and `-1280`. */
  @AllowNull(false)
  @Column(DataType.STRING(255))
  declare url: string;

  /** Of the original as it is looked at, in pixels. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare width: number;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare height: number;
}
