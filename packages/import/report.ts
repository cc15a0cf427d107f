import { count, list } from "@pipelines/findings/text";
import { groupBy } from "@pipelines/findings/values";
import { builderName, resourceName } from "@pipelines/image-definition/full-names";
import { adoptionOf, type OldOwner, removedBlock, retain } from "@pipelines/recover/adoption";
import type { ImageReader, ImportedImage, Note, Settings } from "./images";
import { kindOf, property, type Source, type SourceResource } from "./source";

/**
 * One environment for all images: the settings of the first, and of the others what they may set themselves. What is
 * different beyond that is named.
 */
export function environmentOf(images: readonly ImportedImage[]): { settings: Settings; images: ImportedImage[] } {
  const settings = Object.assign({}, ...[...images].reverse().map((each) => each.settings)) as Settings;
  const merged = images.map((each) => {
    const different = Object.entries(each.settings).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(settings[name]),
    );
    const own = Object.fromEntries(different.filter(([name]) => name === "instanceTypes"));
    const notes = different
      .filter(([name]) => !(name in own))
      .map(([name, value]): Note => {
        const why = "an environment has one for all images; import this one into an environment of its own";
        return { kind: "left out", what: `${name} ${JSON.stringify(value)}`, why };
      });
    return { ...each, definition: { ...each.definition, ...own }, notes: [...each.notes, ...notes] };
  });
  return { settings, images: merged };
}

export interface Report {
  readonly source: Source;
  readonly reader: ImageReader;
  readonly images: readonly ImportedImage[];
  readonly environment: string | undefined;
  /** Text of the environment's class, and its file if the import wrote it. */
  readonly stack: { readonly text: string; readonly written: string | undefined };
  readonly file: string;
  readonly adoptable: readonly Adoptable[];
}

/** What was imported, what was not, and what to do next. */
export function reportText(report: Report): string {
  const { images, environment = "<environment>", stack } = report;
  const lines = stack.text.split("\n");
  const settings = lines.slice(
    lines.findIndex((line) => line.startsWith("      images")),
    lines.indexOf("    });"),
  );
  const next =
    stack.written === undefined
      ? [`Add to the settings of an environment, in stacks/${environment}-stack.ts:`, ...settings]
      : [
          `Wrote ${stack.written}. Two lines are left to you:`,
          `  stacks/accounts.ts   the account's id: ${environment}: "<12 digits>",`,
          `  main.ts              the new class, with its import`,
        ];
  const all = [...images.flatMap((each) => [...imageLines(each), ""]), ...next, "", ...leftOutLines(report)];
  return [...all, ...adoptionLines(report)].join("\n");
}

function imageLines({ name, definition, files, notes }: ImportedImage): string[] {
  const { containerTags: tags = [], repository = name, components, parentImage } = definition;
  const taken = [
    Object.keys(files).join(", "),
    `${count(components.length, "component")}, parent ${JSON.stringify(parentImage)}`,
    typeof repository === "string"
      ? `repository ${repository}`
      : `repository ${repository.existing}, which is somebody else's`,
    tags.length === 0 ? "no container tags" : `container ${tags.length === 1 ? "tag" : "tags"} ${list(tags)}`,
  ];
  const why = `Image Builder's begin with <environment>-${name}, and versions begin anew`;
  const all: Note[] = [...taken.filter((what) => what !== "").map((what): Note => ({ kind: "taken", what })), ...notes];
  all.push({ kind: "changed", what: "names", why });
  const order = ["taken", "changed", "left out"];
  const sorted = all.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const shown = sorted.map(
    (each) => `  ${each.kind.padEnd(9)} ${each.what}${each.why === undefined ? "" : `: ${each.why}`}`,
  );
  return [`images/${name}/`, ...new Set(shown)];
}

/** Why a resource became no part of an image. */
function reasonOf({ type }: SourceResource): string {
  const kind = kindOf(type);
  if (kind === "aws_imagebuilder_image_recipe") return "it builds an AMI";
  if (kind === "aws_imagebuilder_container_recipe") return "not asked for: --recipe";
  if (/image_?builder/i.test(type)) return "no imported image uses it";
  if (kind === "aws_ecr_repository") return "no imported image is pushed to it";
  if (/IAM|_iam_/.test(type))
    return "the environment makes its own; permissions that builds need beyond it go into buildPermissions";
  return /S3::|_s3_|Logs::|cloudwatch_log/.test(type) ? "the environment makes its own" : "not a resource of an image";
}

function leftOutLines({ source, reader }: Report): string[] {
  const rest = source.resources.filter(({ id }) => !reader.used.has(id));
  const lines = [...groupBy(rest, ({ type }) => type)].map(([type, group]) => {
    const ids = group.map(({ id }) => id);
    const names = ids.length > 5 ? [...ids.slice(0, 4), `${ids.length - 4} more`] : ids;
    return `  ${type} (${list(names)}): ${group.slice(0, 1).map(reasonOf).join("")}`;
  });
  const off = (source.switchedOff ?? []).map((each) => `  ${each.id}: ${each.why}`);
  return lines.length + off.length === 0 ? [] : ["Left out:", ...lines, ...off, ""];
}

/** What has the name that the stack gives it, and can be adopted. */
export interface Adoptable extends SourceResource {
  readonly name: string;
  /** A stack of CloudFormation that still deletes it; `undefined` if that is not known either. */
  readonly holder?: OldOwner | undefined;
}

export function adoptableOf({
  source,
  reader,
  images,
  environment,
}: Pick<Report, "source" | "reader" | "images" | "environment">): Adoptable[] {
  const owner = { environment: environment ?? "<environment>" };
  const wanted = new Set([
    ...images.map((each) => `/aws/imagebuilder/${resourceName(owner, each)}`),
    builderName(owner),
  ]);
  return source.resources.flatMap((resource) => {
    const names = ["repositoryName", "roleName", "logGroupName", "name"];
    const name =
      names
        .map((each) => property(resource.properties, each))
        .find((each): each is string => typeof each === "string") ?? "";
    const isWanted = kindOf(resource.type) === "aws_ecr_repository" ? reader.used.has(resource.id) : wanted.has(name);
    return isWanted ? [{ ...resource, name }] : [];
  });
}

/** How the old owner lets go, and then how the environment takes over. */
function adoptionLines({ source, adoptable, environment = "<environment>", file }: Report): string[] {
  if (adoptable.length === 0)
    return ["To adopt: nothing. No resource of the source has the name of one of the stack.\n"];
  const held = adoptable.filter(({ isLetGo, holder }) => holder ?? (source.tool !== "account" && !isLetGo));
  const next = "and import again to see the next step";
  const ids = list(held.map(({ id }) => id));
  const [first] = held;
  if (first?.holder) {
    const { stack, logicalId } = first.holder;
    return [
      `To adopt ${first.name}: the stack ${stack} deletes it. Give ${logicalId} ${retain} in its template, deploy that, ${next}.\n`,
    ];
  }
  if (first && source.tool === "CloudFormation")
    return [`To adopt ${ids}: add ${retain} there, deploy that, ${next}.\n`];
  if (first) {
    const blocks = [...new Set(held.map(({ id }) => removedBlock(id).join("\n")))];
    return [`To adopt, put these in place of the resources there, apply them, ${next}:`, ...blocks, ""];
  }
  const all = list(adoptable.map(({ id }) => id));
  const how = {
    CloudFormation: `${file} has ${retain} for ${all}. Deploy that first.`,
    Terraform: `removed blocks let go of ${all}. Apply them first.`,
    account: `no stack of CloudFormation deletes ${all}. If a state of Terraform has it, let go there first: docs/import.md.`,
  }[source.tool];
  const adopt = adoptable.map(({ type, name }) => `--adopt ${adoptionOf(kindOf(type) ?? "", name)}`).join(" ");
  const after = "Then delete the rest of the old owner's resources, and here:";
  return [`To adopt: ${how}`, after, `  npm run recover -- ${environment} ${adopt}`, ""];
}
