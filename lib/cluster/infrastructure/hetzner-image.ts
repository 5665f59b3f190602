import { z } from 'zod';

const uploadShape = z.strictObject({
  kind: z.literal('upload'),
  /** Where the server stands that takes the image in, and is gone afterwards. @default - where the first machine of the processor's kind does */
  location: z.string().min(1).optional(),
});

/** Which snapshot of Talos servers are made of: one by its id, the newest that a label selector finds, or one that Terraform makes. */
export const hetznerImageShape = z.union([
  z.strictObject({ id: z.int().min(1) }),
  z.strictObject({ selector: z.string().min(1) }),
  uploadShape,
]);

export type HetznerImage = z.output<typeof hetznerImageShape>;
export type HetznerUpload = z.output<typeof uploadShape>;
export type HetznerUploadOptions = Omit<z.input<typeof uploadShape>, 'kind'>;

/** Whether Terraform makes the snapshots. */
export function isHetznerUpload(image: HetznerImage | undefined): image is HetznerUpload {
  return image !== undefined && 'kind' in image;
}
