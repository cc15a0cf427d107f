import type { Finding } from "@pipelines/findings/finding";
import type { OwnParent, ResolvedDefinition } from "./image-definition";

/** Text of a file of the image's folder, or the place in S3 that AWS will read it from. */
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

/** An image definition with every default filled in, every file read, and all that is wrong with it. */
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
  /** Whether the working directory is the default of a Windows image, which one that was built before does not have. */
  readonly hasDefaultDirectory?: true;
  readonly repository: string;
  /** Whether the repository is somebody else's: it is pushed to, and never made, changed or deleted. */
  readonly repositoryExists: boolean;
  /** As AWS is given it; `undefined` for an image of the environment, which only a {@link PlacedImage} has as text. */
  readonly parentImage: string | undefined;
  /** The image of the environment that this one is built on. */
  readonly parent?: OwnParent | undefined;
  /** Fields that the environment says otherwise: what is wrong with them is wrong there. */
  readonly overridden: readonly string[];
  /** Whether its definition could not be read, so that nothing more can be said about it than its findings do. */
  readonly unusable: boolean;
  readonly findings: readonly Finding[];
}

/** An image whose parent is known as AWS is given it. */
export type PlacedImage = Image & { readonly parentImage: string };

export function isPlaced(image: Image): image is PlacedImage {
  return image.parentImage !== undefined;
}
