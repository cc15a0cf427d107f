import { count, list } from "@pipelines/findings/text";
import { groupBy } from "@pipelines/findings/values";
import { builderName, resourceName } from "@pipelines/image-definition/full-names";
import { adoptionOf, type OldOwner, removedBlock, retain } from "@pipelines/recover/adoption";
import type { ImageReader, ImportedImage, Note } from "./images";
import { kindOf, property, type Source, type SourceResource } from "./source";

export interface Report {
  readonly source: Source;
  readonly reader: ImageReader;
  readonly images: readonly ImportedImage[];
  readonly environment: string | undefined;
  /** Text of the environment's class, and its file if the import wrote one. */
  readonly stack: { readonly text: string; readonly written: string | undefined };
  /** The lines that `adoptionOf` returns. */
  readonly adoption: readonly string[];
}

const noRegion = "The source sets no region, so the environment uses the one in stacks/accounts.ts.";

/** Describes what was imported, what was not, and what to do next. */
export function reportText({ source, reader, images, environment = "<environment>", stack, adoption }: Report): string {
  const lines = stack.text.split("\n");
  const first = lines.findIndex((line) => line.startsWith("      images"));
  const settings = lines.slice(first, lines.indexOf("    });"));
  const next =
    stack.written === undefined
      ? [`Add to the settings of an environment, in stacks/${environment}-stack.ts:`, ...settings]
      : [
          `Wrote ${stack.written}. Two lines are left to you:`,
          `  stacks/accounts.ts   the account's id: ${environment}: "<12 digits>",`,
          `  main.ts              the new class, with its import`,
          ...(reader.environment["region"] === undefined ? [noRegion] : []),
        ];
  const rest = [...images.flatMap((each) => [...imageLines(each), ""]), ...next, "", ...leftOutLines(source, reader)];
  return [...rest, ...adoption].join("\n");
}

function imageLines({ name, definition, files, notes }: ImportedImage): string[] {
  const { containerTags: tags = [], repository = name, components, parentImage } = definition;
  const taken = [
    Object.keys(files).join(", "),
    `${count(components.length, "component")}, parent ${JSON.stringify(parentImage)}`,
    `repository ${typeof repository === "string" ? repository : `${repository.existing}, which belongs to someone else`}`,
    tags.length === 0 ? "no container tags" : `container ${tags.length === 1 ? "tag" : "tags"} ${list(tags)}`,
  ];
  const why = `Image Builder names start with <environment>-${name}`;
  const all: readonly Note[] = [
    ...taken.filter((what) => what !== "").map((what) => ({ kind: "taken", what }) as const),
    ...notes,
    { kind: "changed", what: "names", why },
  ];
  const shown = (["taken", "changed", "left out"] as const).flatMap((kind) =>
    all
      .filter((each) => each.kind === kind)
      .map((each) => `  ${kind.padEnd(9)} ${[each.what, each.why ?? []].flat().join(": ")}`),
  );
  return [`images/${name}/`, ...new Set(shown)];
}

/** Why resources of a given type did not become part of an image. */
const reasons: readonly (readonly [type: RegExp, why: string])[] = [
  [/_image_recipe$|::ImageRecipe$/, "it builds an AMI"],
  [/_container_recipe$|::ContainerRecipe$/, "not selected by --recipe"],
  [/image_?builder/i, "no imported image uses it"],
  [/_ecr_repository$|::ECR::Repository$/, "no imported image is pushed to it"],
  [/IAM|_iam_/, "the environment creates its own; add any further permissions that builds need to buildPermissions"],
  [/S3::|_s3_|Logs::|cloudwatch_log/, "the environment creates its own"],
  [/^/, "not part of an image"],
];

function leftOutLines({ resources, switchedOff = [] }: Source, { used }: ImageReader): string[] {
  const lines = [
    ...groupBy(
      resources.filter(({ id }) => !used.has(id)),
      ({ type }) => type,
    ),
  ].map(([type, group]) => {
    const ids = group.map(({ id }) => id);
    const names = ids.length > 5 ? [...ids.slice(0, 4), `${ids.length - 4} more`] : ids;
    return `  ${type} (${list(names)}): ${reasons.find(([types]) => types.test(type))?.[1] ?? ""}`;
  });
  const all = [...lines, ...switchedOff.map((each) => `  ${each}`)];
  return all.length === 0 ? [] : ["Left out:", ...all, ""];
}

/** A resource that has the same name as in the stack, and can be adopted. */
export interface Adoptable extends SourceResource {
  readonly name: string;
  /** The CloudFormation stack that owns it; `undefined` if there is none, or if the import did not look for one. */
  readonly owner?: OldOwner | undefined;
}

export function adoptableOf(
  { resources }: Source,
  { used }: ImageReader,
  images: readonly ImportedImage[],
  environment = "<environment>",
): Adoptable[] {
  const logGroups = images.map((each) => `/aws/imagebuilder/${resourceName({ environment }, each)}`);
  const wanted = new Set<unknown>([...logGroups, builderName({ environment })]);
  return resources.flatMap((resource) => {
    const names = ["repositoryName", "roleName", "logGroupName", "name"];
    const name = names.map((each) => property(resource.properties, each)).find((each) => typeof each === "string");
    const isWanted = kindOf(resource.type) === "aws_ecr_repository" ? used.has(resource.id) : wanted.has(name);
    return isWanted ? [{ ...resource, name: String(name) }] : [];
  });
}

/**
 * Describes how the old owner releases its resources, and then how the environment takes over. @param isFree whether
 * the user has confirmed that no Terraform state owns them
 */
export function adoptionLines(
  tool: Source["tool"],
  adoptable: readonly Adoptable[],
  environment = "<environment>",
  file: string,
  isFree: boolean,
): { readonly lines: readonly string[]; readonly adopts: boolean } {
  const next = "and import again with --replace to see the next step";
  const ids = (some: readonly Adoptable[]): string => list(some.map(({ id }) => id));
  const held = adoptable.filter(
    ({ isLetGo, owner }) => owner?.letsGo === false || (tool === "CloudFormation" && !isLetGo),
  );
  const unseen = adoptable.filter(({ owner }) => tool === "account" && owner === undefined && !isFree);
  const [first] = held;
  const steps = (...lines: readonly string[]) => ({ lines: [...lines, ""], adopts: false });
  if (adoptable.length === 0)
    return steps("To adopt: nothing. No resource in the source has the same name as one in the stack.");
  if (first?.owner?.letsGo === false) {
    const { stack, logicalId } = first.owner;
    const how = `Give ${logicalId} ${retain} in its template, deploy it, ${next}.`;
    return steps(`To adopt ${first.name}: the stack ${stack} would delete it. ${how}`);
  }
  if (first) return steps(`To adopt ${ids(held)}: add ${retain} there, deploy it, ${next}.`);
  if (unseen.length > 0) {
    const names = list(unseen.map(({ name }) => name));
    return steps(
      `To adopt ${names}: no CloudFormation stack owns it, and an account does not show whether a Terraform state does.`,
      `  If one does: import that configuration instead of the account, ${next}.`,
      `  If none does: add --unmanaged to this command.`,
    );
  }
  const blocks = new Set(adoptable.map(({ id }) => removedBlock(id).join("\n")));
  const how = {
    CloudFormation: [`To adopt: ${file} has ${retain} for ${ids(adoptable)}. Deploy that first.`],
    Terraform: ["To adopt, replace the resources there with these blocks, and apply them:", ...blocks],
    account: [`To adopt: no CloudFormation stack deletes ${ids(adoptable)}.`],
  }[tool];
  const adopt = adoptable.map(({ type, name }) => `--adopt ${adoptionOf(kindOf(type) ?? "", name)}`).join(" ");
  const after = "Then delete the rest of the old owner's resources, and run here:";
  return { lines: [...how, after, `  npm run recover -- ${environment} ${adopt}`, ""], adopts: true };
}
