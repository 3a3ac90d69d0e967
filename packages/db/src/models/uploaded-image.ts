import { AllowNull, Column, DataType, Table } from 'sequelize-typescript';
import { Audited } from '../base/audited.ts';
import { AuditedModel } from '../base/audited-model.ts';

/** An image uploaded by an admin; its original and what is made from it are files. */
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

  /** What a product links to (`@lantern/text/image-url`). Before originals were kept: `/media/uploads/3f9a…-640.webp`. */
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
