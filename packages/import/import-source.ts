import * as fs from "node:fs";
import * as path from "node:path";
import { printHelp, readCommandLine, refuseCommandLine, wrongOption } from "@pipelines/findings/command-line";
import { terminal } from "@pipelines/findings/escape";
import { error, type Finding, hasErrors } from "@pipelines/findings/finding";
import { processStreams, reportFileErrors, reportFindings, type Streams } from "@pipelines/findings/output";
import { list, quote } from "@pipelines/findings/text";
import { resolveImage } from "@pipelines/image-definition/load-image";
import { environmentOf, reportText } from "./report";
import { ImageReader, slug } from "./images";
import { readSource } from "./read-source";
import { type Source, SourceRejected } from "./source";
import { Unknowns } from "./unknowns";
import { checkTargets, definitionText, findSecrets, stackText, writeFiles } from "./writer";

const name = "npm run import";
const command = {
  name,
  about: `Makes images of this project from container recipes that exist: in a CloudFormation template, a cdk.out folder of
the AWS CDK, a folder or file of Terraform (*.tf, *.tf.json), or a Terraform state or plan as JSON. Nothing is written
if anything is wrong or unknown.`,
  takes: ["<source>"],
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
    replace: { type: "boolean", help: "overwrite images and the class that are there already" },
  },
} as const;

/** Runs the command in a project. @returns the exit code */
export async function importSource(
  args: readonly string[],
  root: string,
  streams: Streams = processStreams,
): Promise<number> {
  const read = readCommandLine(command, args, process.env);
  if ("help" in read) return printHelp(read);
  const { values, positionals } = read;
  const [given] = positionals;
  const pairs = (values.parameter ?? []).map((pair) => /^([^=]+)=(.*)$/s.exec(pair) ?? [pair]);
  const wrong = [
    ...(given === undefined ? [wrongOption(name, "", { found: "no source", allowed: "the path of one" })] : []),
    ...pairs.flatMap(([pair, key]) =>
      key === undefined
        ? [wrongOption(name, "--parameter", { found: quote(pair ?? ""), allowed: "<name>=<value>" })]
        : [],
    ),
    ...(["image", "environment"] as const).flatMap((option) => {
      const value = values[option];
      if (value === undefined || /^[a-z][a-z0-9-]*$/.test(value)) return [];
      const allowed = "lower case, digits and hyphens, from a letter on";
      return [wrongOption(name, `--${option}`, { found: quote(value), allowed, fix: `write ${slug(value) || "web"}` })];
    }),
  ];
  if (given === undefined || wrong.length > 0) return printHelp(refuseCommandLine(command, wrong));
  const unknowns = new Unknowns(new Map(pairs.map(([, key = "", value = ""]) => [key, value])));
  try {
    const source = await readSource(given, unknowns);
    const reader = new ImageReader(source, unknowns);
    return reportFileErrors(() => finish(reader, source, unknowns, { ...values, given, root, streams }), streams);
  } catch (thrown) {
    if (!(thrown instanceof SourceRejected)) throw thrown;
    reportFindings([thrown.finding], { check: false, strict: false }, streams);
    return 1;
  }
}

interface Run {
  readonly given: string;
  readonly root: string;
  readonly streams: Streams;
  readonly image?: string | undefined;
  readonly recipe?: string | undefined;
  readonly environment?: string | undefined;
  readonly replace?: boolean | undefined;
}

function finish(reader: ImageReader, source: Source, unknowns: Unknowns, run: Run): number {
  const { root, streams, environment, given } = run;
  const all = reader.all("recipe");
  const recipes = all.filter((each) => run.recipe === undefined || [each.id, reader.nameOf(each)].includes(run.recipe));
  const file = path.basename(given);
  const refuse = (findings: readonly Finding[]): number => {
    reportFindings(findings, { check: false, strict: false }, streams);
    return 1;
  };
  const [first] = recipes;
  const known = list(all.map((each) => reader.nameOf(each)));
  if (first === undefined) {
    const amis = reader.all("amiRecipe").length;
    const off = source.switchedOff.map(({ id, why }) => `; ${id}: ${why}`).join("");
    const words = {
      found:
        (all.length > 0
          ? `no recipe ${quote(run.recipe ?? "")}`
          : amis > 0
            ? `image recipes for AMIs only (${amis})`
            : "no container recipe") + off,
      allowed: known || "at least one container recipe",
    };
    return refuse([error({ file: given }, "IB-IMPORT-RECIPE", words)]);
  }
  if (run.image !== undefined && recipes.length > 1) {
    const words = { found: `one name for ${recipes.length} recipes`, allowed: `--recipe with one of ${known}` };
    return refuse([wrongOption(name, "--image", words)]);
  }
  const names = new Map(recipes.map((each): [string, string] => [each.id, run.image ?? slug(reader.nameOf(each))]));
  const images = recipes.map((each) => reader.read(each, names));
  const double = images.find((each) => images.filter((other) => other.name === each.name).length > 1);
  const findings = [
    ...reader.findings,
    ...unknowns.unused().map((each) =>
      wrongOption(name, "--parameter", {
        found: `${quote(each)}, which nothing asks for`,
        allowed: "names that the source has",
      }),
    ),
    ...(double
      ? [
          error({ file: given }, "IB-IMPORT-EXISTS", {
            found: `two recipes that give the image ${quote(double.name)}`,
            allowed: "one image of a name",
            fix: "import one at a time, with --recipe and --image",
          }),
        ]
      : []),
  ];
  if (findings.length > 0) return refuse(findings);
  const { settings, images: written } = environmentOf(images);
  const files = Object.fromEntries(
    written.flatMap((each) => [
      [`images/${each.name}/image.ts`, definitionText(each, file)],
      ...Object.entries(each.files).map(([document, text]) => [`images/${each.name}/${document}`, text]),
    ]),
  ) as Record<string, string>;
  const stack = environment === undefined ? undefined : `stacks/${environment}-stack.ts`;
  // The class of an environment that is there belongs to its owner, who pastes the settings.
  const isNew = stack !== undefined && (run.replace === true || !fs.existsSync(path.join(root, stack)));
  if (environment !== undefined && stack !== undefined && isNew) {
    files[stack] = stackText(
      environment,
      written.map((each) => each.name),
      settings,
      file,
    );
  }
  const taken = run.replace === true ? [] : checkTargets(root, files);
  if (taken.length > 0) return refuse(taken);
  writeFiles(root, files);
  streams.out(terminal(reportText({ source, reader, images: written, settings, environment, stack, isNew, file })));
  const checked = written.flatMap(({ name: image, definition }) => {
    const folder = path.relative(path.resolve(__dirname, "../.."), path.join(root, "images", image));
    return resolveImage({ name: image, folder, definition }).findings;
  });
  const found = [...findSecrets(files, unknowns.secrets), ...checked];
  streams.out("\nChecks: ");
  reportFindings(found, { check: true, strict: false }, streams);
  return hasErrors(found) ? 1 : 0;
}
