import * as fs from "node:fs";
import * as path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { shapeProblems } from "./answer-shapes";
import { type LocalAws, startLocalAws } from "../local-aws";
import { permissionTable } from "@pipelines/permissions/permission-table";
import type { Terraform } from "@pipelines/terraform/terraform";
import { describeWithTerraform, TerraformFolder, withOneProvider } from "@pipelines/testing/terraform";
import { ecr } from "./situations/ecr";
import { events } from "./situations/events";
import { iam } from "./situations/iam";
import { imageBuilder } from "./situations/imagebuilder";
import { s3 } from "./situations/s3";
import { account, type Attributes, keyOf, nameOf, region, type Situations } from "./situations/situation";
import { startTap, type Tap } from "./tap";

const types: Readonly<Record<string, Situations>> = { ...imageBuilder, ...ecr, ...iam, ...events, ...s3 };

/** One configuration of one resource. */
interface Step {
  readonly type: string;
  readonly situation: string;
  /** In the configuration. */
  readonly address: string;
  readonly round: number;
}

const steps: readonly Step[] = Object.entries(types).flatMap(([type, { steps: all }]) =>
  Object.entries(all).flatMap(([situation, each]) =>
    each.map((_attributes, round) => ({ type, situation, address: `${type}.${keyOf(type, situation)}`, round })),
  ),
);
const rounds = [...new Set(steps.map(({ round }) => round))].sort();

/** Every resource as it is in one round: those with fewer steps stay as they are. */
function resourcesIn(round: number): Record<string, Record<string, Attributes>> {
  const resources: Record<string, Record<string, Attributes>> = {};
  const add = (type: string, key: string, attributes: Attributes) => {
    (resources[type] ??= {})[key] = attributes;
  };
  for (const [type, { base, parents, steps: all }] of Object.entries(types)) {
    for (const [situation, each] of Object.entries(all)) {
      const name = nameOf(type, situation);
      add(type, keyOf(type, situation), { ...base(name), ...each[Math.min(round, each.length - 1)] });
      for (const [parent, attributes] of Object.entries(parents?.(name) ?? {})) {
        add(parent, keyOf(type, situation), attributes);
      }
    }
  }
  return resources;
}

/** A resource in the part of a plan that has what Terraform has just read. */
interface Refreshed {
  readonly address: string;
  readonly type: string;
  readonly values: Attributes;
}

/** What went wrong, by the situation: a resource and its parents have the same name in the configuration. */
class Problems {
  private readonly found = new Map<string, string[]>();

  public add(address: string, problem: string): void {
    const [, key = ""] = address.split(".");
    this.found.set(key, [...(this.found.get(key) ?? []), `${address}: ${problem}`]);
  }

  public of(type: string, situation: string): readonly string[] {
    return [...(this.found.get(keyOf(type, situation)) ?? []), ...(this.found.get("") ?? [])];
  }
}

/** Without what a provider may as well not set: ImportStateVerify of its own tests does not compare it either. */
function isSet(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return false;
  return typeof value !== "object" || Object.keys(value).length > 0;
}

function differences(one: Attributes, other: Attributes): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => {
    if (!isSet(one[name]) && !isSet(other[name])) return false;
    return !isDeepStrictEqual(one[name], other[name]);
  });
}

describeWithTerraform("the situations of the provider's acceptance tests", (terraform: Terraform) => {
  let aws: LocalAws;
  let tap: Tap;
  let target: Awaited<ReturnType<typeof withOneProvider>>;
  let folder: TerraformFolder;
  const config = (round: number, more: object = {}) =>
    JSON.stringify({ provider: { aws: { region } }, resource: resourcesIn(round), ...more });
  const newFolder = () => TerraformFolder.withConfig(target, config(0)).prepare();

  beforeAll(async () => {
    // A build takes 150 ms.
    aws = await startLocalAws({ speed: 8000 });
    tap = await startTap(aws);
    // The provider mostly waits.
    const env = { ...terraform.env, TF_CLI_ARGS_apply: "-parallelism=50" };
    target = await withOneProvider({ terraform: { ...terraform, env }, endpoint: tap.endpoint, account });
    folder = await newFolder();
  });
  afterAll(async () => {
    await tap.close();
    await aws.close();
  });

  test("are those of every type that the project creates", () => {
    expect(Object.keys(permissionTable).filter((type) => !(type in types))).toEqual([]);
  });

  test(`are at least 150 steps: ${steps.length} of ${Object.keys(types).length} resource types`, () => {
    expect(steps.length).toBeGreaterThanOrEqual(150);
  });

  async function apply(problems: Problems, inRound: readonly Step[]): Promise<void> {
    const { changes, failures } = await folder.apply();
    for (const { address, text } of failures) problems.add(address, `the apply failed: ${text}`);
    for (const { address } of inRound) {
      if (!changes.some((change) => change.address === address)) problems.add(address, "the step changes nothing");
    }
  }

  async function planAgain(problems: Problems): Promise<readonly Refreshed[]> {
    const { prior_state: state, resource_changes: changes } = await folder.plan();
    for (const { address, change } of changes) {
      if (change.actions.join() === "no-op") continue;
      const changed = differences(change.before ?? {}, change.after ?? {});
      problems.add(address, `a second plan has the actions ${change.actions.join()} because of ${changed.join()}`);
    }
    return state?.values.root_module.resources ?? [];
  }

  async function importAll(resources: readonly Refreshed[], problems: Problems, round: number): Promise<void> {
    const importer = await newFolder();
    const blocks = resources.map(({ address: to, type, values }) => {
      return { to, id: types[type]?.importId?.(values) ?? values["id"] };
    });
    importer.write(config(round, { import: blocks }));
    const { resource_changes: changes } = await importer.plan();
    for (const { address, type, values } of resources) {
      const {
        before,
        after,
        actions = [],
        replace_paths,
      } = changes.find((each) => each.address === address)?.change ?? {};
      const known = Object.keys(types[type]?.notImported ?? {});
      const missing = differences(values, before ?? {}).filter((name) => !known.includes(name));
      if (missing.length > 0) problems.add(address, `an import differs in ${missing.join()}`);
      const changed = replace_paths?.map(([name]) => String(name)) ?? differences(before ?? {}, after ?? {});
      const isKnown = changed.length > 0 && changed.every((name) => known.includes(name));
      if (!isKnown && actions.join() !== "no-op") {
        problems.add(address, `an import plans to ${actions.join()} because of ${changed.join()}`);
      }
    }
  }

  describe.each(rounds)("step %i", (round) => {
    const problems = new Problems();
    const inRound = steps.filter((step) => step.round === round);
    beforeAll(async () => {
      folder.write(config(round));
      await apply(problems, inRound);
      await importAll(await planAgain(problems), problems, round);
    });

    test.each(inRound)("of $type, $situation, is applied, planned as unchanged and imported", ({ type, situation }) => {
      expect(problems.of(type, situation)).toEqual([]);
    });
  });

  describe("at the end", () => {
    let planned: Awaited<ReturnType<TerraformFolder["plan"]>>["resource_changes"];
    let destroyed: Awaited<ReturnType<TerraformFolder["apply"]>>;
    beforeAll(async () => {
      const other = await newFolder();
      other.write(fs.readFileSync(path.join(folder.folder, "cdk.tf.json"), "utf8"));
      fs.copyFileSync(path.join(folder.folder, "terraform.tfstate"), path.join(other.folder, "terraform.tfstate"));
      destroyed = await other.apply({ destroy: true });
      ({ resource_changes: planned } = await folder.plan());
    });

    test("everything is destroyed, and nothing stays", () => {
      expect(destroyed.errors).toEqual([]);
      // Nobody but a person deletes a log group that a build has created.
      const remaining = aws.remaining().filter(({ name }) => !name.startsWith("/aws/imagebuilder/"));
      expect(remaining).toEqual([]);
    });

    test.each(Object.entries(types))(
      "%s, if somebody else deletes it, is created again",
      (type, { staysAfterDestroy }) => {
        const actions = planned.filter((each) => each.type === type).map(({ change }) => change.actions.join());
        if (staysAfterDestroy === undefined) expect(new Set(actions)).toEqual(new Set(["create"]));
      },
    );

    test("no answer lacks what AWS always returns, or has what the model lacks", () => {
      expect([...new Set(tap.answers.flatMap(shapeProblems))]).toEqual([]);
    });

    test("every call is known, and none fails inside", () => {
      expect(aws.unknownCalls).toEqual([]);
      expect(aws.calls.filter(({ status }) => status >= 500)).toEqual([]);
    });
  });
});
