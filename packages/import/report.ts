import { count, list } from "@pipelines/findings/text";
import { groupBy } from "@pipelines/findings/values";
import { builderName, resourceName } from "@pipelines/image-definition/full-names";
import type { ImageReader, ImportedImage, Note, Settings } from "./images";
import { kindOf, property, type Source, type SourceResource, terraformType } from "./source";
import { fieldLines } from "./writer";

/** Settings that an image may set for itself. */
const ofImages = ["instanceTypes"];

/**
 * One environment for all images: the settings of the first, and of the others what they may set themselves. What is
 * different beyond that is named.
 */
export function environmentOf(images: readonly ImportedImage[]): { settings: Settings; images: ImportedImage[] } {
  const settings = Object.assign({}, ...[...images].reverse().map((each) => each.settings)) as Settings;
  const merged = images.map((each) => {
    const different = Object.entries(each.settings).filter(([name, value]) => !isSame(value, settings[name]));
    const own = Object.fromEntries(different.filter(([name]) => ofImages.includes(name)));
    const notes = different
      .filter(([name]) => !ofImages.includes(name))
      .map(([name, value]): Note => {
        const why = "an environment has one for all images; import this one into an environment of its own";
        return { kind: "left out", what: `${name} ${JSON.stringify(value)}`, why };
      });
    return { ...each, definition: { ...each.definition, ...own }, notes: [...each.notes, ...notes] };
  });
  return { settings, images: merged };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

interface Report {
  readonly source: Source;
  readonly reader: ImageReader;
  readonly images: readonly ImportedImage[];
  readonly settings: Settings;
  readonly environment: string | undefined;
  /** File of the environment's class. */
  readonly stack: string | undefined;
  /** Whether the import wrote that file. */
  readonly isNew: boolean;
  readonly file: string;
}

/** What was imported, what was not, and what to do next. */
export function reportText(report: Report): string {
  const { images, settings, environment, stack, isNew } = report;
  const uses = images.map(({ name }) => `image("${name}")`).join(", ");
  const pasted = [`      images: [${uses}],`, ...fieldLines(settings, 3)];
  const next = isNew
    ? [
        `Wrote ${stack ?? ""}. Two lines are left to you:`,
        `  stacks/accounts.ts   the account's id: ${environment ?? ""}: "<12 digits>",`,
        `  main.ts              the new class, with its import`,
      ]
    : [`Add to the settings of ${stack ?? "an environment, in stacks/<environment>-stack.ts"}:`, ...pasted];
  return [
    ...images.flatMap((each) => [...imageLines(each), ""]),
    ...next,
    "",
    ...leftOutLines(report),
    ...adoptionLines(report),
  ].join("\n");
}

function imageLines({ name, definition, files, notes }: ImportedImage): string[] {
  const tags = definition.containerTags ?? [];
  const { repository = name } = definition;
  const taken = [
    Object.keys(files).join(", "),
    `${count(definition.components.length, "component")}, parent ${JSON.stringify(definition.parentImage)}`,
    typeof repository === "string"
      ? `repository ${repository}`
      : `repository ${repository.existing}, which is somebody else's`,
    tags.length === 0 ? "no container tags" : `container ${tags.length === 1 ? "tag" : "tags"} ${list(tags)}`,
  ];
  const all: Note[] = [...taken.map((what): Note => ({ kind: "taken", what })), ...notes];
  all.push({
    kind: "changed",
    what: "names",
    why: `Image Builder's begin with <environment>-${name}, and versions begin anew`,
  });
  const order = ["taken", "changed", "left out"];
  return [
    `images/${name}/`,
    ...all
      .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
      .map(({ kind, what, why }) => `  ${kind.padEnd(9)} ${what}${why === undefined ? "" : `: ${why}`}`),
  ];
}

/** What an environment makes anew, so that the source's is not needed. */
const madeNew = /IAM|S3::|aws_s3_|Logs::|cloudwatch_log/;

function leftOutLines({ source, reader }: Report): string[] {
  const why = ({ type, id }: SourceResource): string => {
    if (kindOf(type) === "amiRecipe") return "it builds an AMI";
    if (kindOf(type) === "recipe") return "not asked for: --recipe";
    if (/image_?builder/i.test(type)) return "no imported image uses it";
    if (kindOf(type) === "repository") return "no imported image is pushed to it";
    return madeNew.test(type)
      ? `the environment makes its own${/IAM|iam/.test(type) ? "; permissions that builds need beyond it go into buildPermissions" : ""}`
      : `a resource of another kind (${id.split(".")[0] === type ? "" : `${type}, `}not of an image)`;
  };
  const rest = source.resources.filter(({ id }) => !reader.used.has(id));
  const lines = [...groupBy(rest, (each) => [each.type, why(each)].join("\u0000")).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const ids = group.map(({ id }) => id);
    const names = ids.length > 5 ? [...ids.slice(0, 4), `${ids.length - 4} more`] : ids;
    return `  ${first.type} (${list(names)}): ${why(first)}`;
  });
  const off = source.switchedOff.map((each) => `  ${each.id}: ${each.why}`);
  return lines.length + off.length === 0 ? [] : ["Left out:", ...lines, ...off, ""];
}

/** How the old owner lets go of what has the name that the stack gives it, and how the environment takes it over. */
function adoptionLines({ source, reader, images, environment, file }: Report): string[] {
  const owner = { environment: environment ?? "<environment>" };
  const wanted = new Set([
    ...images.flatMap(({ definition: { repository } }) => (typeof repository === "string" ? repository : [])),
    ...images.map((each) => `/aws/imagebuilder/${resourceName(owner, each)}`),
    builderName(owner),
  ]);
  const kept = (["repository", "role", "logGroup"] as const).flatMap((kind) =>
    reader.all(kind).flatMap((resource) => {
      const name = property(resource.properties, "repositoryName", "roleName", "logGroupName", "name");
      const isWanted = kind === "repository" ? reader.used.has(resource.id) : wanted.has(String(name));
      return isWanted ? [{ resource, name: String(name), type: terraformType(kind) }] : [];
    }),
  );
  if (kept.length === 0) return ["To adopt: nothing. No resource of the source has the name of one of the stack.\n"];
  const adopt = `  npm run recover -- ${owner.environment} ${kept.map(({ type, name }) => `--adopt ${type}=${name}`).join(" ")}`;
  const ids = kept.map(({ resource }) => resource.id);
  const held = kept.filter(({ resource }) => !resource.isLetGo).map(({ resource }) => resource.id);
  const after = ["Then delete the rest of the old owner's resources, and here:", adopt, ""];
  if (source.tool === "CloudFormation") {
    const retain = "DeletionPolicy: Retain and UpdateReplacePolicy: Retain";
    if (held.length === 0) return [`To adopt: ${file} has ${retain} for ${list(ids)}. Deploy that first.`, ...after];
    return [`To adopt ${list(held)}: add ${retain} there, deploy that, and import again to see the next step.`, ""];
  }
  if (held.length === 0)
    return [
      `To adopt: ${list(ids)} ${ids.length === 1 ? "is" : "are"} let go by removed blocks. Apply them first.`,
      ...after,
    ];
  return [
    "To adopt, put these in place of the resources there, apply them, and import again to see the next step:",
    ...held.map(
      (id) => `  removed {\n    from = ${id.replace(/\[.*/, "")}\n    lifecycle {\n      destroy = false\n    }\n  }`,
    ),
    "",
  ];
}
