import type { Finding } from "@pipelines/findings/finding";
import type { OwnParent, ResolvedDefinition } from "./image-definition";

/** Text of a file in the image's folder, or the S3 address that AWS will read it from. */
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

/** An image definition with every default filled in and every file read, together with its findings. */
export interface Image extends Omit<
  ResolvedDefinition,
  "components" | "dockerfile" | "parentImage" | "repository" | "workflows" | "workingDirectory"
> {
  readonly name: string;
  /** Path of the definition's file, as shown in findings. */
  readonly file: string;
  readonly dockerfile: Source;
  readonly components: readonly Component[];
  readonly workflows: readonly Workflow[];
  readonly workingDirectory: string;
  /**
   * Whether the working directory is the default for a Windows image. Images built before this default existed do not
   * have it.
   */
  readonly hasDefaultDirectory?: true;
  readonly repository: string;
  /** Whether the repository already existed: images are pushed to it, but it is never created, changed or deleted. */
  readonly repositoryExists: boolean;
  /**
   * Reference passed to AWS; `undefined` if the parent is in the environment, in which case only a {@link PlacedImage}
   * has the reference.
   */
  readonly parentImage: string | undefined;
  /** The parent, if it is in the environment. */
  readonly parent?: OwnParent | undefined;
  /** Fields the environment overrides; findings about them point at the environment. */
  readonly overridden: readonly string[];
  /** Whether its definition could not be read, so that only its findings are meaningful. */
  readonly unusable: boolean;
  readonly findings: readonly Finding[];
}

/** An image with the reference to its parent filled in, in the form passed to AWS. */
export type PlacedImage = Image & { readonly parentImage: string };

export function isPlaced(image: Image): image is PlacedImage {
  return image.parentImage !== undefined;
}
