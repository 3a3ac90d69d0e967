import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { Audited } from '../base/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';

/** An image uploaded by an admin, re-encoded in three sizes. */
@Audited({ entity: 'image', label: 'fileName' })
@Table({ tableName: 'uploaded_images' })
export class UploadedImage extends AuditedModel<UploadedImage> {
  /** SHA-256 of the uploaded file: uploading the same image twice makes one row. */
  @AllowNull(false)
  @Column(DataType.STRING(64))
  declare sha256: string;

  /** The name of the file on the admin's device. */
  @AllowNull(false)
  @Column(DataType.STRING(200))
  declare fileName: string;

  /** The URL of the middle size: `/media/uploads/3f9a…-640.webp`; the others are `-320` and `-1280`. */
  @AllowNull(false)
  @Column(DataType.STRING(255))
  declare url: string;

  /** Of the original as displayed (after EXIF rotation), in pixels. */
  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare width: number;

  @AllowNull(false)
  @Column(DataType.INTEGER)
  declare height: number;
}
