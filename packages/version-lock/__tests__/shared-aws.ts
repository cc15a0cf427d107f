import { summarizePlan } from "@pipelines/plan-review/plan-summary";
import { compareVersions } from "../version-number";
import type { GitProject, Numbered } from "./git-project";

/** What is deployed in one environment, and what AWS and an immutable repository remember of earlier deploys. */
export class SharedAws {
  /** Deployed resources by Terraform address. */
  private readonly live = new Map<string, Numbered>();
  /** The content that each number of a name has stood for since the resource was last absent. */
  private readonly remembered = new Map<string, Map<string, string>>();
  /** Tags in each repository, by the name that pushed them. */
  private readonly pushed = new Map<string, Set<string>>();

  /** How often something was refused and had a remedy. */
  public readonly refused = { byReview: 0, byRepository: 0 };

  /**
   * Deploys the committed state, and does whatever its refusals require. Throws if something in AWS would be damaged,
   * or if no remedy works.
   */
  public deploy(project: GitProject): void {
    let numbered = frozenSynth(project);
    const commands = this.review(numbered);
    for (const command of commands) {
      this.refused.byReview++;
      numbered = forward(project, command);
    }
    const again = this.review(numbered);
    if (again.length > 0) throw new Error(`refused after ${commands.join(", ")}: ${again.join(", ")}`);
    let denied = this.apply(numbered);
    for (let tries = 0; denied !== undefined; tries++) {
      if (tries === 3) throw new Error(`the repository still refuses ${denied}`);
      // docs/versions.md: after a failed push to an immutable repository, the next number is needed.
      this.refused.byRepository++;
      denied = this.apply(forward(project, `npm run synth -- --forward ${denied} --environment dev`));
    }
  }

  /** Returns the commands that the plan review requires if it rejects the plan. */
  private review(numbered: readonly Numbered[]): string[] {
    const planned = new Map(numbered.map((one) => [addressOf(one), one]));
    const changes = [...new Set([...this.live.keys(), ...planned.keys()])].map((address) => {
      const [before, after] = [this.live.get(address), planned.get(address)];
      return {
        address,
        type: typeOf(address),
        mode: "managed",
        change: {
          actions: actionsOf(before, after),
          before: before === undefined ? null : attributesOf(before),
          after: after === undefined ? null : attributesOf(after),
          after_unknown: {},
          before_sensitive: {},
          after_sensitive: {},
        },
      };
    });
    const configuration = { root_module: { resources: changes } };
    const plan = { format_version: "1.2", terraform_version: "1.11.4", resource_changes: changes, configuration };
    const { markdown, needsApproval } = summarizePlan(JSON.stringify(plan), { stack: "dev" });
    const commands = [...new Set(markdown.match(/npm run synth -- --forward [^`]*/g))];
    // A new recipe always needs approval here, because it does not refer to anything in the plan.
    if (!needsApproval && commands.length > 0) throw new Error(`refused without a way out:\n${markdown}`);
    return commands;
  }

  /** @returns the image whose push the repository refuses */
  private apply(numbered: readonly Numbered[]): string | undefined {
    const planned = new Map(numbered.map((one) => [addressOf(one), one]));
    let denied: string | undefined;
    for (const [address, one] of planned) {
      const before = this.live.get(address);
      if (before !== undefined && same(before, one)) continue;
      if (before !== undefined && compareVersions(one.version, before.version) < 0) {
        throw new Error(`${one.name} goes back from ${before.version} to ${one.version}`);
      }
      const known = this.remembered.get(keyOf(one)) ?? new Map<string, string>();
      const content = known.get(one.version) ?? one.content;
      if (content !== one.content)
        throw new Error(`${one.name} ${one.version} stands for ${content} and ${one.content}`);
      this.remembered.set(keyOf(one), known.set(one.version, one.content));
      this.live.set(address, one);
      if (one.kind === "recipe") {
        const tags = this.pushed.get(one.repository) ?? new Set();
        const tag = `${one.name} ${one.version}`;
        if (tags.has(tag)) denied = one.image;
        this.pushed.set(one.repository, tags.add(tag));
      }
    }
    for (const [address, one] of this.live) {
      if (planned.has(address)) continue;
      this.live.delete(address);
      this.remembered.delete(keyOf(one));
    }
    return denied;
  }
}

/** Runs the synth of a deploy in CI. If the lock is stale, the printed command fixes it. */
function frozenSynth(project: GitProject): readonly Numbered[] {
  const { numbered, findings } = project.synth({ frozen: true });
  if (findings.length === 0) return numbered;
  if (!findings.every(({ fix }) => fix?.includes("npm run synth") === true)) {
    throw new Error(`refused without a way out: ${JSON.stringify(findings)}`);
  }
  project.synth();
  project.commit("What the frozen synth required");
  const again = project.synth({ frozen: true });
  if (again.findings.length > 0) throw new Error(`stale again after a synth: ${JSON.stringify(again.findings)}`);
  return again.numbered;
}

/** Runs a printed command, and commits the changes. */
function forward(project: GitProject, command: string): readonly Numbered[] {
  const [, image = "", past, environment] =
    /^npm run synth -- --forward ([^\s=]+)(?:=(\S+))? --environment (\S+)$/.exec(command) ?? [];
  const { numbered, findings } = project.synth({ forward: [{ image, past, environment }] });
  if (findings.length > 0) throw new Error(`${command}: ${JSON.stringify(findings)}`);
  project.commit(command);
  return numbered;
}

function same(a: Numbered, b: Numbered): boolean {
  return a.version === b.version && a.content === b.content && a.name === b.name;
}

function actionsOf(before: Numbered | undefined, after: Numbered | undefined): string[] {
  if (before === undefined) return ["create"];
  if (after === undefined) return ["delete"];
  return same(before, after) ? ["no-op"] : ["create", "delete"];
}

function attributesOf({ name, version, content }: Numbered): object {
  return { name, version, data: content };
}

function keyOf({ kind, name }: Numbered): string {
  return `${kind} ${name}`;
}

function addressOf({ kind, image }: Numbered): string {
  return kind === "recipe"
    ? `aws_imagebuilder_container_recipe.image_${image}_recipe_00000000`
    : `aws_imagebuilder_component.image_${image}_recipe_component-install_00000000`;
}

function typeOf(address: string): string {
  return address.split(".", 1)[0] ?? "";
}
