/** Immutable in AWS: a new version stands beside the old one, and taking the old one away loses nothing. */
export function isVersioned({ type }: { readonly type: string }): boolean {
  return /^aws_imagebuilder_(component|container_recipe|image_recipe|workflow)$/.test(type);
}

export function isRecipe({ type }: { readonly type: string }): boolean {
  return /^aws_imagebuilder_(container|image)_recipe$/.test(type);
}

export function isPipeline({ type }: { readonly type: string }): boolean {
  return type === "aws_imagebuilder_image_pipeline";
}

export function isBuild({ type }: { readonly type: string }): boolean {
  return type === "aws_imagebuilder_image";
}
