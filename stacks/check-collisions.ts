import { At, error, Finding } from "../checks/finding";
import { checkResourceName, checkShortResourceName, foldName } from "../checks/names";
import { quote } from "../checks/text";
import { componentName, resourceName } from "../constructs/image-recipe";
import { Place } from "../constructs/place";
import { Image } from "../images/image";
import { ResolvedSettings } from "./environment-settings";

/** Names as they come out with the environment's name before them: how long they are, and which are one for AWS. */
export function checkNames({ images }: ResolvedSettings, place: Place, file: string): Finding[] {
  const findings: Finding[] = [];
  const recipes = new Map<string, string>();
  const components = new Map<string, string>();
  const claim = (taken: Map<string, string>, name: string, what: string, at: At): void => {
    const folded = foldName(name);
    const other = taken.get(folded);
    taken.set(folded, other ?? what);
    if (other === undefined) return;
    findings.push(
      error(at, "IB-NAME-TWICE", {
        found: other === what ? `${what} a second time` : `${what} beside ${other}: both are ${quote(folded)} in AWS`,
        allowed: "names that differ in more than case, spaces, - and _",
      }),
    );
  };
  images.forEach((image, index) => {
    const name = resourceName(place, image);
    claim(recipes, name, `image ${quote(image.name)}`, { file, field: `images[${index}]` });
    findings.push(...checkResourceName(name, { file: image.file, field: "name" }));
    findings.push(...checkShortResourceName(name, { file: image.file, field: "name" }));
    const own = image.components.filter((component) => component.kind === "own");
    for (const component of own) {
      const at = { file: image.file, field: `component ${component.name}` };
      const full = componentName(place, image, component);
      findings.push(...checkShortResourceName(full, at));
      // The same component twice in one image is told by the image's own checks.
      if (own.find((candidate) => candidate.name === component.name) === component) {
        claim(components, full, `component ${quote(component.name)} of ${quote(image.name)}`, at);
      }
    }
  });
  return findings;
}

/** Images may share a repository, if they agree about it and push different tags. */
export function checkRepositories({ images }: ResolvedSettings, file: string): Finding[] {
  const findings: Finding[] = [];
  const first = new Map<string, Image>();
  const tagged = new Map<string, { readonly image: Image; readonly isChannel: boolean }>();
  images.forEach((image, index) => {
    const owner = first.get(image.repository);
    first.set(image.repository, owner ?? image);
    if (owner?.name === image.name) return;
    const at = { file, field: `images[${index}]` };
    if (owner !== undefined && owner.imageTagMutability !== image.imageTagMutability) {
      findings.push(
        error(at, "IB-REPOSITORY-SHARED", {
          found: `${quote(image.name)} wants ${quote(image.repository)} ${image.imageTagMutability}, ${quote(owner.name)} wants it ${owner.imageTagMutability}`,
          allowed: "the same imageTagMutability for all images of a repository",
        }),
      );
    }
    const claims = [
      ...image.containerTags.map((tag) => ({ tag, image, isChannel: false })),
      ...image.channels.map((tag) => ({ tag, image, isChannel: true })),
    ];
    for (const claim of claims) {
      const key = `${image.repository}:${claim.tag}`;
      const other = tagged.get(key);
      tagged.set(key, other ?? claim);
      // The same image's own are told by its own checks.
      if (other === undefined || (other.image === image && claim.isChannel)) continue;
      if (claim.isChannel || other.isChannel) {
        findings.push(
          error(at, "IB-CHANNEL-SHARED", {
            found: `${quote(key)} is a ${claim.isChannel ? "channel" : "tag"} of ${quote(image.name)} and a ${other.isChannel ? "channel" : "tag"} of ${quote(other.image.name)}`,
            allowed: "different names, or different repositories: a channel points to builds of one image",
          }),
        );
        continue;
      }
      findings.push(
        error(at, "IB-TAG-SHARED", {
          found: `${quote(image.name)} and ${quote(other.image.name)} both push ${quote(key)}`,
          allowed: "different tags, or different repositories: each build would take the tag from the other",
        }),
      );
    }
    if (owner !== undefined && image.containerTags.length === 0 && owner.containerTags.length === 0) {
      findings.push(
        error(at, "IB-TAG-SHARED", {
          found: `${quote(image.name)} and ${quote(owner.name)} push to ${quote(image.repository)} by build version alone`,
          allowed: "different repositories: both would push 1.0.0-1",
        }),
      );
    }
  });
  return findings;
}

/** An environment and where it is. */
export interface Neighbour {
  readonly settings: ResolvedSettings;
  readonly place: Place;
}

/** What two environments in one account and region would take from each other. */
export function checkNeighbours({ settings, place }: Neighbour, others: readonly Neighbour[], file: string): Finding[] {
  const twice = others
    .filter((other) => other.place.environment === place.environment)
    .map(() =>
      error({ file, field: "environment" }, "IB-ENVIRONMENT-TWICE", {
        found: `${quote(place.environment)} is the name of another stack already`,
        allowed: "a name of its own for each environment: it is the name of the stack, of its folder and of its state",
      }),
    );
  if (twice.length > 0) return twice;
  return others
    .filter((other) => other.place.account === place.account && other.place.region === place.region)
    .flatMap((other) => {
      const taken = (of: Neighbour, name: (image: Image) => readonly string[]): string[] =>
        of.settings.images.flatMap((image) => name(image));
      const share = (name: (neighbour: Neighbour) => (image: Image) => readonly string[]): string[] => {
        const theirs = new Set(taken(other, name(other)));
        return [...new Set(taken({ settings, place }, name({ settings, place })))].filter((one) => theirs.has(one));
      };
      const repositories = share(() => (image) => [image.repository]);
      const names = share((of) => (image) => [
        foldName(resourceName(of.place, image)),
        ...image.components.flatMap((component) =>
          component.kind === "own" ? [foldName(componentName(of.place, image, component))] : [],
        ),
      ]);
      const where = `${other.place.environment}, which is in ${place.account} ${place.region} too`;
      return [
        ...repositories.map((name) =>
          error({ file, field: "images" }, "IB-REPOSITORY-TAKEN", {
            found: `the repository ${quote(name)} is also that of ${where}`,
            allowed: "repositories of its own for each environment of an account and region",
            fix: `say it in the environment: image("…", { repository: "${settings.environment}/${name}" })`,
          }),
        ),
        ...names.map((name) =>
          error({ file, field: "images" }, "IB-NAME-TAKEN", {
            found: `the name ${quote(name)} is also one of ${where}`,
            allowed: "names of their own in Image Builder for all environments of an account and region",
          }),
        ),
      ];
    });
}
