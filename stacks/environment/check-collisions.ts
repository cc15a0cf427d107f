import { type At, error, type Finding } from "@pipelines/findings/finding";
import { fromRegionalName, regionalName } from "@pipelines/image-definition/regional-repository";
import { checkResourceName, checkShortResourceName, isPartName } from "@pipelines/image-checks/names";
import { foldName } from "@pipelines/facts/names";
import { quote } from "@pipelines/findings/text";
import { partName, resourceName } from "@pipelines/image-definition/full-names";
import type { Place } from "../../constructs/place";
import type { Image } from "@pipelines/image-definition/image";
import { stateOwners, type StateOwner } from "./backend";
import { stateId } from "./check-state";
import type { ResolvedSettings } from "./environment-settings";

/**
 * Checks full names, with the environment prefix: their lengths, and whether AWS would treat any of them as the same.
 */
export function checkNames({ images }: ResolvedSettings, place: Place, file: string): Finding[] {
  const findings: Finding[] = [];
  const recipes = new Map<string, string>();
  const components = new Map<string, string>();
  const workflows = new Map<string, string>();
  const claim = (taken: Map<string, string>, name: string, what: string, at: At): Finding[] => {
    const folded = foldName(name);
    const other = taken.get(folded);
    taken.set(folded, other ?? what);
    if (other === undefined) return [];
    return [
      error(at, "IB-NAME-TWICE", {
        found: other === what ? `${what} a second time` : `${what} and ${other}: both are ${quote(folded)} in AWS`,
        allowed: "names that differ in more than case, spaces, - and _",
        fix: other === what ? "list it once" : "rename one of them",
      }),
    ];
  };
  images.forEach((image) => {
    // If an image could not be read, its names are unknown; the image's own checks report a name that is never allowed.
    if (image.unusable || !isPartName(image.name)) return;
    const name = resourceName(place, image);
    const wrong = [
      ...claim(recipes, name, `image ${quote(image.name)}`, { file, field: image.position }),
      ...checkShortResourceName(name, { file: image.file, field: "name" }),
    ];
    findings.push(...wrong);
    // The names of its parts begin with its own.
    if (wrong.length > 0) return;
    for (const workflow of image.workflows) {
      if (workflow.kind !== "own" || !isPartName(workflow.name)) continue;
      const at = { file: image.file, field: `workflow ${workflow.name}` };
      const full = partName(place, image, workflow);
      findings.push(...checkResourceName(full, at));
      if (image.workflows.find((one) => one.kind === "own" && one.name === workflow.name) === workflow) {
        findings.push(...claim(workflows, full, `workflow ${quote(workflow.name)} of ${quote(image.name)}`, at));
      }
    }
    const own = image.components.filter((component) => component.kind === "own");
    for (const component of own) {
      if (!isPartName(component.name)) continue;
      const at = { file: image.file, field: `component ${component.name}` };
      const full = partName(place, image, component);
      findings.push(...checkShortResourceName(full, at));
      // If an image lists a component twice, its own checks report that.
      if (own.find((candidate) => candidate.name === component.name) === component) {
        findings.push(...claim(components, full, `component ${quote(component.name)} of ${quote(image.name)}`, at));
      }
    }
  });
  return findings;
}

/**
 * Checks that every image has its own repository, because every build pushes its build version, `1.0.0-1`, whatever its
 * other tags.
 */
export function checkRepositories({ images }: ResolvedSettings, file: string): Finding[] {
  const owners = new Map<string, Image>();
  return images.flatMap((image) => {
    const owner = owners.get(image.repository);
    if (owner === undefined) owners.set(image.repository, image);
    // An image that is listed twice is reported as a duplicate image.
    if (owner === undefined || owner.name === image.name) return [];
    return error({ file, field: image.position }, "IB-REPOSITORY-SHARED", {
      found: `${quote(image.name)} and ${quote(owner.name)} both push to ${quote(image.repository)}`,
      allowed:
        "one repository per image: both push their build version as a tag, and would take 1.0.0-1 from each other",
      fix: `write repository: "${image.repository}-${image.name}" for one of them`,
    });
  });
}

/** The named parts of an image in Image Builder; each kind has its own namespace. */
const kinds: readonly (readonly [string, (place: Place, image: Image) => readonly string[]])[] = [
  ["recipe", (place, image) => [resourceName(place, image)]],
  ["component", (place, image) => ownNames(image.components, (each) => partName(place, image, each))],
  ["workflow", (place, image) => ownNames(image.workflows, (each) => partName(place, image, each))],
];

function ownNames<Part extends { readonly kind: string }>(
  parts: readonly Part[],
  name: (own: Extract<Part, { readonly kind: "own" }>) => string,
): string[] {
  const isOwn = (part: Part): part is Extract<Part, { readonly kind: "own" }> => part.kind === "own";
  return parts.filter(isOwn).map(name);
}

/** An environment with its account and region. */
export interface Neighbour {
  readonly settings: ResolvedSettings;
  readonly place: Place;
}

/** Checks for names and settings that conflict between two environments in one account and region. */
export function checkNeighbours(own: Neighbour, others: readonly Neighbour[], file: string): Finding[] {
  const { account, region } = own.place;
  const taken = others.flatMap(({ settings }) => stackNames(settings));
  const twice = inBoth(stackNames(own.settings), taken).map((name) =>
    error({ file, field: "environment" }, "IB-ENVIRONMENT-TWICE", {
      found: `${quote(name)} is already the name of another stack`,
      allowed: "a unique name for each environment: stack, folder and state are named after it",
    }),
  );
  if (twice.length > 0) return twice;
  const inAccount = others.filter(({ place }) => place.account === account);
  const inRegion = inAccount.filter(({ place }) => place.region === region);
  return [
    ...others.flatMap((other) => sharedState(own, other, file)),
    ...inAccount.flatMap((other) => sharedRepositories(own, other, file)),
    ...inRegion.flatMap((other) => sharedNames(own, other, file)),
    ...inRegion.flatMap((other) => sharedRegistry(own, other, file)),
  ];
}

function stackNames(settings: ResolvedSettings): string[] {
  return stateOwners(settings).map(({ environment }) => environment);
}

function sharedState({ settings }: Neighbour, other: Neighbour, file: string): Finding[] {
  return sharedStates(stateOwners(settings), stateOwners(other.settings), file);
}

/** Checks for names and settings that conflict between the stacks of one environment. */
export function checkStates(settings: ResolvedSettings, file: string): Finding[] {
  const owners = stateOwners(settings);
  return owners.flatMap((owner, index) => sharedStates([owner], owners.slice(0, index), file));
}

function sharedStates(own: readonly StateOwner[], others: readonly StateOwner[], file: string): Finding[] {
  return others.flatMap((other) =>
    inBoth(own.map(stateId), [stateId(other)]).map((state) =>
      error({ file, field: "state" }, "IB-STATE-TAKEN", {
        found: `the state ${state} also belongs to ${other.environment}`,
        allowed: "a separate state for each stack: a deploy of one would destroy the other",
      }),
    ),
  );
}

function sharedRepositories(own: Neighbour, other: Neighbour, file: string): Finding[] {
  const { settings, place } = own;
  const isOwn = (name: string): boolean =>
    settings.images.every(({ repository, repositoryExists }) => repository !== name || !repositoryExists);
  const namesOf = ({ settings: { images, regions: everywhere }, place: { region } }: Neighbour): string[] =>
    images.flatMap(({ repository, regions = everywhere }) =>
      [region, ...regions].map((each) => regionalName(repository, each)),
    );
  return inBoth(namesOf(own), namesOf(other)).map((key) => {
    const { repository: name, region } = fromRegionalName(key);
    if (settings.repositoryPrefix === undefined && other.settings.repositoryPrefix === undefined && isOwn(name)) {
      // All repositories and environments get the same message, because it is a single mistake.
      return error({ file: "stacks/accounts.ts", field: "project.repositoryPrefix" }, "IB-REPOSITORY-TAKEN", {
        found: `several environments in the account ${place.account} (${region ?? place.region}) would push to the same repositories`,
        allowed: "separate repositories for each environment in an account and region",
        fix: 'write repositoryPrefix: "environment" there; if one of the environments is already deployed, write a repositoryPrefix in the classes of the others instead',
      });
    }
    return error({ file, field: "images" }, "IB-REPOSITORY-TAKEN", {
      found: `the repository ${quote(name)} also belongs to ${whereIs(other, region ?? place.region)}`,
      allowed: "separate repositories for each environment in an account and region",
      fix: !isOwn(name) ? undefined : `write repositoryPrefix: "${settings.environment}"`,
    });
  });
}

function sharedNames(own: Neighbour, other: Neighbour, file: string): Finding[] {
  return kinds.flatMap(([kind, namesOf]) => {
    const folded = ({ settings, place }: Neighbour): string[] =>
      settings.images.flatMap((image) => namesOf(place, image).map(foldName));
    return inBoth(folded(own), folded(other)).map((name) =>
      error({ file, field: "images" }, "IB-NAME-TAKEN", {
        found: `the ${kind} ${quote(name)} also belongs to ${whereIs(other, own.place.region)}`,
        allowed: "different names in Image Builder for all environments in an account and region",
      }),
    );
  });
}

function sharedRegistry({ settings, place }: Neighbour, other: Neighbour, file: string): Finding[] {
  if (settings.registryScan === undefined || other.settings.registryScan === undefined) return [];
  return [
    error({ file, field: "registryScan" }, "IB-REGISTRY-SCAN-TWICE", {
      found: `the registry of ${place.account} ${place.region} is also configured by ${other.place.environment}`,
      allowed: "registryScan in only one environment per account and region: a registry has one configuration",
    }),
  ];
}

/** Returns the values that both lists contain, without duplicates. */
function inBoth(these: readonly string[], those: readonly string[]): string[] {
  return [...new Set(these)].filter((one) => those.includes(one));
}

function whereIs({ place: { environment, account } }: Neighbour, region: string): string {
  return `${environment}, which is also in ${account} ${region}`;
}
