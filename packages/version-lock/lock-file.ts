import { foldName } from "@pipelines/facts/names";
import { compare } from "@pipelines/findings/text";
import { isVersion } from "./version-number";
import type { VersionedKind } from "./versions";

/** A version of an immutable resource, and the content that it stands for. */
export interface LockEntry {
  readonly kind: VersionedKind;
  /**
   * `<environment>/<image>` for a recipe, `<environment>/<image>/<name>` for a component or workflow. In the first
   * format, which can still be read, it is the resource's name in AWS, which contains no slash.
   */
  readonly ref: string;
  readonly version: string;
  /** Hash of each part of the content; `undefined` if the resource was removed and only its number is kept. */
  readonly hashes: ReadonlyMap<string, string> | undefined;
}

/** A repository that an image has or used to have. */
export interface RepositoryEntry {
  /** `<environment>/<image>`. */
  readonly ref: string;
  readonly name: string;
  /**
   * `kept`: the image now has a different one. `left`: the image was removed at some point, and its repository was left
   * behind in AWS. `deleted`: the image was removed in an environment without deletion protection, whose deploys delete
   * the repository.
   */
  readonly use: "current" | "kept" | "left" | "deleted";
  /** The group that the image is in, or was last in. @default none */
  readonly group?: string | undefined;
}

/**
 * Everything in a lock file, including both sides of a merge conflict, which result in several entries for a resource.
 */
export interface LockContent {
  readonly entries: readonly LockEntry[];
  readonly repositories: readonly RepositoryEntry[];
  /** Name of the project, if it has one; its environments' names start with it. */
  readonly project?: string | undefined;
}

export interface ParsedLock extends LockContent {
  /** Line of the first merge conflict marker. */
  readonly conflict: number | undefined;
  /** Line that shows that a newer version of this project wrote the file, in a format that is unknown here. */
  readonly newer: number | undefined;
  /** Unreadable lines, with numbers starting at 1. */
  readonly unreadable: readonly { readonly line: number; readonly text: string }[];
}

/**
 * Format 3 adds repositories that are `deleted`, and format 4 adds groups. A lock is written in the lowest format that
 * it needs, so that older versions can read it, but at least in format 2.
 */
const format = 4;
const headers = new Set(Array.from({ length: format }, (_, index) => `image-versions ${index + 1}`));

const comment = [
  "# Versions of Image Builder components and recipes, with hashes of what each stands for, and images' repositories.",
  "# Written by `npm run synth`, which also solves merge conflicts in it. Commit it; never edit it. docs/versions.md",
];

/** `component dev/web/install 1.0.34711 document=0123456789abcdef settings=0123456789abcdef` */
const entryLine = /^(component|workflow|recipe) (\S+) (\S+) (removed|[a-z]+=[0-9a-f]{16}(?: [a-z]+=[0-9a-f]{16})*)$/;
/**
 * `repository dev/web team/web`, followed by ` kept`, ` left` or ` deleted` if the image no longer has it, and by
 * ` group=tools` if the image is in a group.
 */
const repositoryLine = /^repository (\S+\/\S+) (\S+?)(?: (kept|left|deleted))?(?: group=(\S+))?$/;
/** `project web`, only if the project has a name. */
const projectLine = /^project ([a-z][a-z0-9]*)$/;
const marker = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/;

/** Returns the name of a resource in the lock. */
export function refOf(...names: readonly string[]): string {
  return names.map((name) => name.replaceAll(/[%/\s]/g, encodeURIComponent)).join("/");
}

export function namesOf(ref: string): string[] {
  return ref.split("/").map(decodeURIComponent);
}

/** Returns what identifies a resource in AWS within an environment: kind and name, as AWS compares names. */
export function identityOf({ kind, ref }: Pick<LockEntry, "kind" | "ref">): string {
  const [environment = "", ...names] = namesOf(ref);
  return names.length === 0 ? `${kind} ${ref}` : `${kind} ${environment} ${foldName(names.join("-"))}`;
}

export function parseLock(text: string): ParsedLock {
  const entries: LockEntry[] = [];
  const repositories: RepositoryEntry[] = [];
  const unreadable: { line: number; text: string }[] = [];
  let conflict: number | undefined;
  let newer: number | undefined;
  let project: string | undefined;
  text.split(/\r?\n/).forEach((line, index) => {
    const [, written] = /^image-versions (\d{1,6})$/.exec(line) ?? [];
    if (Number(written ?? 0) > format) {
      newer ??= index + 1;
    } else if (marker.test(line)) {
      conflict ??= index + 1;
    } else if (index === 0 || headers.has(line)) {
      if (!headers.has(line)) unreadable.push({ line: index + 1, text: line });
    } else if (line !== "" && !line.startsWith("#")) {
      const [, name] = projectLine.exec(line) ?? [];
      project ??= name;
      if (name !== undefined) return;
      const entry = parseEntry(line) ?? parseRepository(line);
      if (entry === undefined) unreadable.push({ line: index + 1, text: line });
      else if ("use" in entry) repositories.push(entry);
      else entries.push(entry);
    }
  });
  return { entries, repositories, project, conflict, newer, unreadable };
}

function parseEntry(line: string): LockEntry | undefined {
  const [, kind, ref, version, content] = entryLine.exec(line) ?? [];
  if ((kind !== "component" && kind !== "workflow" && kind !== "recipe") || ref === undefined || content === undefined)
    return undefined;
  if (version === undefined || !isVersion(version) || !isRef(ref)) return undefined;
  if (content === "removed") return { kind, ref, version, hashes: undefined };
  const parts = content.split(" ");
  const hashes = new Map(parts.map((part) => [part.slice(0, -17), part.slice(-16)]));
  return hashes.size < parts.length ? undefined : { kind, ref, version, hashes };
}

function parseRepository(line: string): RepositoryEntry | undefined {
  const [, ref, name, use, group] = repositoryLine.exec(line) ?? [];
  if (ref === undefined || name === undefined || !isRef(ref)) return undefined;
  return { ref, name, use: use === "kept" || use === "left" || use === "deleted" ? use : "current", group };
}

function isRef(ref: string): boolean {
  try {
    return namesOf(ref).every((name) => name !== "");
  } catch {
    return false;
  }
}

/**
 * Returns the file's text, in the same order in every locale. Between the lines of two images there are lines that
 * never change, so that git can merge changes to both images.
 */
export function formatLock({ entries, repositories, project }: LockContent): string {
  const images = new Map<string, string[]>();
  const add = (ref: string, line: string): void => {
    const image = ref.split("/", 2).join("/");
    const lines = images.get(image);
    if (lines === undefined) images.set(image, [line]);
    else lines.push(line);
  };
  for (const { ref, name, use, group } of repositories) {
    const more = [...(use === "current" ? [] : [use]), ...(group === undefined ? [] : [`group=${group}`])];
    add(ref, ["repository", ref, name, ...more].join(" "));
  }
  for (const { kind, ref, version, hashes } of entries) {
    const content = hashes === undefined ? "removed" : [...hashes].map((part) => part.join("=")).join(" ");
    add(ref, `${kind} ${ref} ${version} ${content}`);
  }
  const isOld = (image: string): boolean => !image.includes("/");
  const blocks = [...images]
    .sort(([a], [b]) => Number(isOld(b)) - Number(isOld(a)) || compare(a, b))
    .map(([image, lines]) => [
      "",
      `# ${isOld(image) ? `${image}, of an earlier format` : image}`,
      ...lines.sort(order),
    ]);
  const needed = repositories.map(({ use, group }) => (group !== undefined ? 4 : use === "deleted" ? 3 : 2));
  const header = `image-versions ${Math.max(2, ...needed)}`;
  return [header, ...comment, ...(project === undefined ? [] : ["", `project ${project}`]), ...blocks.flat(), ""].join(
    "\n",
  );
}

/** Puts the repository, which seldom changes, before components and workflows, and the recipe last. */
function order(a: string, b: string): number {
  const place = (line: string): number =>
    ["repository", "component", "workflow", "recipe"].indexOf(line.split(" ", 1)[0] ?? "");
  return place(a) - place(b) || compare(a, b);
}
