import { resourceRoutes } from './resource-routes';
import type { Route } from './route';
import { created, type Image, type State } from './state';

export function imageReply(_: State, { id, name, labels, type, architecture, disk }: Image) {
  return {
    id,
    status: 'available',
    type,
    name: type === 'system' ? name : null,
    description: name,
    image_size: 1,
    disk_size: disk,
    created,
    created_from: null,
    bound_to: null,
    os_flavor: 'unknown',
    os_version: null,
    architecture,
    rapid_deploy: false,
    protection: { delete: false },
    deprecated: null,
    deleted: null,
    labels,
  };
}

/** Images come with the project: taking a snapshot is not part of what Terraform does here. */
export const imageRoutes: readonly Route[] = resourceRoutes({
  plural: 'images',
  singular: 'image',
  all: (state) => state.images,
  reply: imageReply,
  filter: ({ type, architecture }, query) =>
    (!query.has('type') || query.getAll('type').includes(type)) &&
    (!query.has('architecture') || query.getAll('architecture').includes(architecture)),
});
