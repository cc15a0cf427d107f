import * as fs from "node:fs";
import * as path from "node:path";
import {
  type CommandLine,
  printHelp,
  readCommandLine,
  refuseCommandLine,
  wrongOption,
} from "@pipelines/findings/command-line";
import { terminal } from "@pipelines/findings/escape";
import { writeAll } from "@pipelines/findings/files";
import { error, type Finding, warning } from "@pipelines/findings/finding";
import { processStreams, reportFileErrors, reportFindings, type Streams } from "@pipelines/findings/output";
import { list, quote } from "@pipelines/findings/text";
import { resolveImage } from "@pipelines/image-definition/load-image";
import { inParallel } from "@pipelines/operations/access";
import { failure, OperationFailed } from "@pipelines/operations/failure";
import { holderOf } from "@pipelines/recover/adoption";
import { asked, type AwsClients, ownClients, readAccount, recipeVersions } from "./account";
import { adoptableOf, adoptionLines, reportText } from "./report";
import { ImageReader, type ImportedImage, nameOf, type Settings, slug } from "./images";
import { readSource } from "./read-source";
import { Scope } from "./scope";
import { kindOf, shownPath, type Source } from "./source";
import { findSecrets, imageFiles, stackText } from "./writer";

const name = "npm run import";
const command = {
  name,
  about: `Creates images of this project from existing container recipes: in a CloudFormation template, a cdk.out folder of
the AWS CDK, a Terraform folder or file (*.tf, *.tf.json), a Terraform state or plan as JSON, or an AWS account.
If anything is wrong or unknown, nothing is written. Nothing is changed in AWS.`,
  takes: ["[<source>]"],
  options: {
    image: {
      type: "string",
      help: "name of the image; the recipe's by default. If there are several recipes, add --recipe",
    },
    recipe: { type: "string", help: "import this recipe alone" },
    environment: {
      type: "string",
      value: "<environment>",
      help: "also write the class for this new environment: stacks/<environment>-stack.ts",
    },
    parameter: {
      type: "string",
      multiple: true,
      value: "<name>=<value>",
      help: "the value of a parameter, variable or anything else that the source does not contain",
    },
    account: { type: "boolean", help: "read the account and region that the AWS CLI would use, instead of a source" },
    unmanaged: {
      type: "boolean",
      help: "confirm that no Terraform state owns what is to be adopted, which an account does not show",
    },
    replace: { type: "boolean", help: "overwrite images and the class if they already exist" },
  },
} as const;

type Values = CommandLine<typeof command.options>["values"];

/** Runs the command in a project. @returns the exit code */
export async function importSource(
  args: readonly string[],
  root: string,
  streams: Streams = processStreams,
  aws?: AwsClients,
): Promise<number> {
  const read = readCommandLine(command, args, process.env);
  if ("help" in read) return printHelp(read);
  const { values } = read;
  const [given = ""] = read.positionals;
  const { account = false, environment } = values;
  const pairs = (values.parameter ?? []).map((pair) => /^([^=]+)=(.*)$/s.exec(pair) ?? [pair]);
  const unpaired = pairs.flatMap(([pair = "", key]) => (key === undefined ? [pair] : []));
  const wrong = wrongValues(given, values, unpaired);
  if (wrong.length > 0) return printHelp(refuseCommandLine(command, wrong));
  const scope = new Scope(shownPath(given), new Map(pairs.map(([, key = "", value = ""]) => [key, value])));
  try {
    // If there are credentials, the deployed resources are checked as well.
    const { AWS_PROFILE, AWS_ACCESS_KEY_ID } = process.env;
    const clients = aws ?? (account || AWS_PROFILE || AWS_ACCESS_KEY_ID ? ownClients() : undefined);
    const versions = clients ? await asked(() => recipeVersions(clients)) : new Map<string, string[]>();
    const source = await (account && clients ? asked(() => readAccount(clients, versions)) : readSource(given, scope));
    const { reader, images } = readImages(source, scope, versions, given, values);
    const adoptable = await inParallel(adoptableOf(source, reader, images, environment), 8, async (each) => ({
      ...each,
      owner: clients && (await asked(() => holderOf(clients.cloudFormation, each.name))),
    }));
    const file = given === "" ? "an account" : path.basename(given);
    const written = await writeImages(images, reader.environment, file, root, values);
    const adoption = adoptionLines(source.tool, adoptable, environment, file, values.unmanaged === true);
    streams.out(terminal(reportText({ source, reader, images, environment, adoption: adoption.lines, ...written })));
    const found = images.flatMap(({ name: image, definition }) => {
      const folder = path.relative(path.resolve(__dirname, "../.."), path.join(root, "images", image));
      const unseen = adoption.adopts && !clients && typeof definition.repository === "string";
      const fix = "set AWS_PROFILE and AWS_REGION and import again with --replace, or set version here";
      const words = { found: "versions that start over, although those in AWS were not checked", allowed, fix };
      const anew = unseen ? [warning({ file: `images/${image}/image.ts` }, "IB-IMPORT-VERSIONS", words)] : [];
      return [...anew, ...resolveImage({ name: image, folder, definition }).findings];
    });
    streams.out("\nChecks: ");
    found.push(...findSecrets(written.files, [...scope.secrets]));
    return reportFindings(found, { check: true, strict: false }, streams) ? 0 : 1;
  } catch (thrown) {
    return reportFileErrors(() => {
      if (!(thrown instanceof OperationFailed)) throw thrown;
      reportFindings(thrown.findings, { check: false, strict: false }, streams);
      return 1;
    }, streams);
  }
}

const allowed = "versions after the highest in the account, so that no old build's tag moves";

/** @param unpaired parameters without a value */
function wrongValues(given: string, values: Values, unpaired: readonly string[]): Finding[] {
  const wrong = (option: string, found: string, allowed: string, fix?: string): Finding =>
    wrongOption(name, option, { found, allowed, ...(fix !== undefined && { fix }) });
  const source = given === "" ? "no source" : "two sources";
  const form = "lower-case letters, digits and hyphens, starting with a letter";
  return [
    ...unpaired.map((pair) => wrong("--parameter", quote(pair), "<name>=<value>")),
    ...((given === "") === (values.account === true) ? [] : [wrong("", source, "a path, or --account")]),
    ...(/^(?:account|environment)$/.test(values.environment ?? "")
      ? [wrong("--environment", quote(values.environment ?? ""), "a name whose class the project does not have yet")]
      : []),
    ...(["image", "environment"] as const).flatMap((option) => {
      const { [option]: value = "a" } = values;
      if (/^[a-z][a-z0-9-]*$/.test(value)) return [];
      return wrong(`--${option}`, quote(value), form, `write ${slug(value).replace(/^[\d-]+/, "") || "web"}`);
    }),
  ];
}

/** Reads the images of the requested recipes. */
function readImages(
  source: Source,
  scope: Scope,
  versions: ReadonlyMap<string, readonly string[]>,
  given: string,
  { image, recipe }: Values,
): { reader: ImageReader; images: ImportedImage[] } {
  const { resources, switchedOff = [] } = source;
  const all = resources.filter(({ type }) => kindOf(type) === "aws_imagebuilder_container_recipe");
  const recipes = all.filter((each) => recipe === undefined || [each.id, nameOf(each)].includes(recipe));
  const known = list(all.map(nameOf));
  if (recipes.length === 0) {
    const amis = resources.filter(({ type }) => kindOf(type) === "aws_imagebuilder_image_recipe").length;
    const none = amis > 0 ? `image recipes for AMIs only (${amis})` : "no container recipe";
    const off = switchedOff.map((each) => `; ${each}`).join("");
    const found = (all.length > 0 ? `no recipe ${quote(recipe ?? "")}` : none) + off;
    throw failure("IB-IMPORT-RECIPE", given, found, known || "at least one container recipe");
  }
  if (image !== undefined && recipes.length > 1) {
    const words = { found: `one name for ${recipes.length} recipes`, allowed: `--recipe with one of ${known}` };
    throw new OperationFailed([wrongOption(name, "--image", words)]);
  }
  const names = new Map(recipes.map((each): [string, string] => [each.id, image ?? slug(nameOf(each))]));
  const reader = new ImageReader(source, names, versions);
  const images = recipes.map((each) => reader.read(each));
  const findings = [...reader.findings];
  for (const each of scope.unused()) {
    const words = { found: `${quote(each)}, which nothing uses`, allowed: "names that occur in the source" };
    findings.push(wrongOption(name, "--parameter", words));
  }
  const double = images.find((each, index) => images.slice(0, index).some((other) => other.name === each.name));
  if (double) {
    const found = `two recipes for the image ${quote(double.name)}`;
    const fix = "import one at a time, with --recipe and --image";
    findings.push(error({ file: given }, "IB-IMPORT-EXISTS", { found, allowed: "one image per name", fix }));
  }
  if (findings.length > 0) throw new OperationFailed(findings);
  return { reader, images };
}

/**
 * Writes the images, and the environment's class unless it already exists: only the owner may change an existing class.
 */
async function writeImages(
  images: readonly ImportedImage[],
  settings: Settings,
  file: string,
  root: string,
  { environment, replace = false }: Values,
) {
  const files: Record<string, string> = {};
  for (const image of images) Object.assign(files, await imageFiles(image, file, root, replace));
  const names = images.map((each) => each.name);
  const text = await stackText(environment ?? "new", names, settings, file);
  const stack = `stacks/${environment ?? ""}-stack.ts`;
  const isNew = environment !== undefined && (replace || !fs.existsSync(path.join(root, stack)));
  if (isNew) files[stack] = text;
  writeAll(root, files);
  return { files, stack: { text, written: isNew ? stack : undefined } };
}
