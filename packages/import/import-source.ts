import * as fs from "node:fs";
import * as path from "node:path";
import { printHelp, readCommandLine, refuseCommandLine, wrongOption } from "@pipelines/findings/command-line";
import { terminal } from "@pipelines/findings/escape";
import { writeAll } from "@pipelines/findings/files";
import { error, type Finding, hasErrors } from "@pipelines/findings/finding";
import { processStreams, reportFileErrors, reportFindings, type Streams } from "@pipelines/findings/output";
import { list, quote } from "@pipelines/findings/text";
import { resolveImage } from "@pipelines/image-definition/load-image";
import { inParallel } from "@pipelines/operations/access";
import { holderOf } from "@pipelines/recover/adoption";
import { asked, type AwsClients, ownClients, readAccount } from "./account";
import { adoptableOf, environmentOf, reportText } from "./report";
import { ImageReader, type ImportedImage, nameOf, slug } from "./images";
import { readSource } from "./read-source";
import { ImportRejected, kindOf, rejected, type Source } from "./source";
import { Unknowns } from "./unknowns";
import { checkTargets, definitionText, findSecrets, stackText } from "./writer";

const name = "npm run import";
const command = {
  name,
  about: `Makes images of this project from container recipes that exist: in a CloudFormation template, a cdk.out folder of
the AWS CDK, a folder or file of Terraform (*.tf, *.tf.json), a Terraform state or plan as JSON, or an AWS account.
Nothing is written if anything is wrong or unknown, and nothing is changed in AWS.`,
  takes: ["[<source>]"],
  options: {
    image: { type: "string", help: "name of the image; by default the recipe's. With several recipes, add --recipe" },
    recipe: { type: "string", help: "import this recipe alone" },
    environment: {
      type: "string",
      value: "<environment>",
      help: "also write the class of this new environment: stacks/<environment>-stack.ts",
    },
    parameter: {
      type: "string",
      multiple: true,
      value: "<name>=<value>",
      help: "the value of a parameter, variable or anything else that the source does not know",
    },
    account: { type: "boolean", help: "read the account and region that the AWS CLI would use, instead of a source" },
    replace: { type: "boolean", help: "overwrite images and the class that are there already" },
  },
} as const;

/** Runs the command in a project. @returns the exit code */
export async function importSource(
  args: readonly string[],
  root: string,
  streams: Streams = processStreams,
  aws?: AwsClients,
): Promise<number> {
  const read = readCommandLine(command, args, process.env);
  if ("help" in read) return printHelp(read);
  const { values, positionals } = read;
  const [given = ""] = positionals;
  const pairs = (values.parameter ?? []).map((pair) => /^([^=]+)=(.*)$/s.exec(pair) ?? [pair]);
  const wrong = [
    ...((given === "") === (values.account === true)
      ? []
      : [
          wrongOption(name, "", { found: given === "" ? "no source" : "two sources", allowed: "a path, or --account" }),
        ]),
    ...pairs
      .filter(([, key]) => key === undefined)
      .map(([pair]) => wrongOption(name, "--parameter", { found: quote(pair ?? ""), allowed: "<name>=<value>" })),
    ...(["image", "environment"] as const).flatMap((option) => {
      const value = values[option];
      if (value === undefined || /^[a-z][a-z0-9-]*$/.test(value)) return [];
      const allowed = "lower case, digits and hyphens, from a letter on";
      return [wrongOption(name, `--${option}`, { found: quote(value), allowed, fix: `write ${slug(value) || "web"}` })];
    }),
  ];
  if (wrong.length > 0) return printHelp(refuseCommandLine(command, wrong));
  const unknowns = new Unknowns(new Map(pairs.map(([, key = "", value = ""]) => [key, value])));
  const run = { ...values, given, root };
  try {
    // If there are credentials, what is deployed is looked at too.
    const { AWS_PROFILE, AWS_ACCESS_KEY_ID } = process.env;
    const clients = aws ?? (values.account || AWS_PROFILE || AWS_ACCESS_KEY_ID ? ownClients() : undefined);
    const source =
      values.account && clients ? await asked(() => readAccount(clients)) : await readSource(given, unknowns);
    const { reader, images } = readImages(source, unknowns, run);
    const report = { source, reader, environment: values.environment, file: path.basename(given) };
    const adoptable = await inParallel(adoptableOf({ ...report, images }), 8, async (each) => ({
      ...each,
      holder: clients && (await asked(() => holderOf(clients.cloudFormation, each.name))),
    }));
    const written = await writeImages(images, run);
    streams.out(terminal(reportText({ ...report, ...written, adoptable })));
    const checked = written.images.flatMap(({ name: image, definition }) => {
      const folder = path.relative(path.resolve(__dirname, "../.."), path.join(root, "images", image));
      return resolveImage({ name: image, folder, definition }).findings;
    });
    const found = [...findSecrets(written.files, [...unknowns.secrets]), ...checked];
    streams.out("\nChecks: ");
    reportFindings(found, { check: true, strict: false }, streams);
    return hasErrors(found) ? 1 : 0;
  } catch (thrown) {
    return reportFileErrors(() => {
      if (!(thrown instanceof ImportRejected)) throw thrown;
      reportFindings(thrown.findings, { check: false, strict: false }, streams);
      return 1;
    }, streams);
  }
}

interface Run {
  readonly given: string;
  readonly root: string;
  readonly image?: string | undefined;
  readonly recipe?: string | undefined;
  readonly environment?: string | undefined;
  readonly replace?: boolean | undefined;
}

/** The images of the recipes that are asked for. */
function readImages(source: Source, unknowns: Unknowns, run: Run): { reader: ImageReader; images: ImportedImage[] } {
  const at = { file: run.given };
  const all = source.resources.filter(({ type }) => kindOf(type) === "aws_imagebuilder_container_recipe");
  const recipes = all.filter((each) => run.recipe === undefined || [each.id, nameOf(each)].includes(run.recipe));
  const known = list(all.map(nameOf));
  if (recipes.length === 0) {
    const amis = source.resources.filter(({ type }) => kindOf(type) === "aws_imagebuilder_image_recipe").length;
    const none = amis > 0 ? `image recipes for AMIs only (${amis})` : "no container recipe";
    const off = (source.switchedOff ?? []).map(({ id, why }) => `; ${id}: ${why}`).join("");
    const found = (all.length > 0 ? `no recipe ${quote(run.recipe ?? "")}` : none) + off;
    throw rejected(at, "IB-IMPORT-RECIPE", found, known || "at least one container recipe");
  }
  if (run.image !== undefined && recipes.length > 1) {
    const words = { found: `one name for ${recipes.length} recipes`, allowed: `--recipe with one of ${known}` };
    throw new ImportRejected([wrongOption(name, "--image", words)]);
  }
  const names = new Map(recipes.map((each): [string, string] => [each.id, run.image ?? slug(nameOf(each))]));
  const reader = new ImageReader(source, names);
  const images = recipes.map((each) => reader.read(each));
  const double = images
    .filter((each) => images.some((other) => other !== each && other.name === each.name))
    .slice(0, 1);
  const findings: Finding[] = [
    ...reader.findings,
    ...unknowns.unused().map((each) => {
      const words = { found: `${quote(each)}, which nothing asks for`, allowed: "names that the source has" };
      return wrongOption(name, "--parameter", words);
    }),
    ...double.map((each) => {
      const found = `two recipes that give the image ${quote(each.name)}`;
      const fix = "import one at a time, with --recipe and --image";
      return error(at, "IB-IMPORT-EXISTS", { found, allowed: "one image of a name", fix });
    }),
  ];
  if (findings.length > 0) throw new ImportRejected(findings);
  return { reader, images };
}

/** Writes the images, and the class of an environment unless it is there: then it belongs to its owner. */
async function writeImages(read: readonly ImportedImage[], { environment, given, replace, root }: Run) {
  const { settings, images } = environmentOf(read);
  const file = given === "" ? "an account" : path.basename(given);
  const files: Record<string, string> = {};
  for (const image of images) {
    files[`images/${image.name}/image.ts`] = await definitionText(image, file);
    for (const [document, text] of Object.entries(image.files)) files[`images/${image.name}/${document}`] = text;
  }
  const text = await stackText(
    environment ?? "new",
    images.map((each) => each.name),
    settings,
    file,
  );
  const stack = `stacks/${environment ?? ""}-stack.ts`;
  const isNew = environment !== undefined && (replace === true || !fs.existsSync(path.join(root, stack)));
  if (isNew) files[stack] = text;
  const taken = replace === true ? [] : checkTargets(root, files);
  if (taken.length > 0) throw new ImportRejected(taken);
  writeAll(root, files);
  return { images, files, stack: { text, written: isNew ? stack : undefined } };
}
