import type { Finding } from "@pipelines/findings/finding";
import type { OwnParent, ResolvedDefinition } from "./image-definition";

/** Text of a file of the image's folder, or the S3 address from which AWS will read it. */
export type Source = { readonly file: string; readonly text: string } | { readonly uri: string };

type ComponentUse = ResolvedDefinition["components"][number];

/** A component with the text of its document. */
export type Component =
  | (Extract<ComponentUse, { document: string }> & {
      readonly kind: "own";
      readonly name: string;
      readonly source: Source;
    })
  | (Extract<ComponentUse, { managed: string }> & { readonly kind: "managed" })
  | (Extract<ComponentUse, { arn: string }> & { readonly kind: "foreign" });

type WorkflowUse = ResolvedDefinition["workflows"][number];

/** A workflow with the text of its document. */
export type Workflow =
  | (Extract<WorkflowUse, { document: string }> & {
      readonly kind: "own";
      readonly name: string;
      readonly source: Source;
    })
  | (Extract<WorkflowUse, { managed: string }> & { readonly kind: "managed" })
  | (Extract<WorkflowUse, { arn: string }> & { readonly kind: "foreign" });

/** An image definition with every default filled in, every file read, and everything that is wrong with it. */
export interface Image extends Omit<
  ResolvedDefinition,
  "components" | "dockerfile" | "parentImage" | "repository" | "workflows" | "workingDirectory"
> {
  readonly name: string;
  /** The definition's file, as findings name it. */
  readonly file: string;
  readonly dockerfile: Source;
  readonly components: readonly Component[];
  readonly workflows: readonly Workflow[];
  readonly workingDirectory: string;
  /**
   * Whether the working directory is the default for a Windows image. One that was built before this default existed
   * does not have it.
   */
  readonly hasDefaultDirectory?: true;
  readonly repository: string;
  /** Whether the repository existed before: images are pushed to it, and it is never created, changed or deleted. */
  readonly repositoryExists: boolean;
  /**
   * As AWS gets it; `undefined` for an image of the environment, for which only a {@link PlacedImage} has the
   * reference.
   */
  readonly parentImage: string | undefined;
  /** The parent, if it is an image of the environment. */
  readonly parent?: OwnParent | undefined;
  /** Fields the environment overrides; findings about them point at the environment. */
  readonly overridden: readonly string[];
  /** Whether its definition could not be read, so that only its findings say something about it. */
  readonly unusable: boolean;
  readonly findings: readonly Finding[];
}

/** An image whose parent's reference is known, as AWS gets it. */
export type PlacedImage = Image & { readonly parentImage: string };

export function isPlaced(image: Image): image is PlacedImage {
  return image.parentImage !== undefined;
}
