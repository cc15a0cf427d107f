import { ancestryOf, newestOf, type Node, nodeMeant, relative } from "./ancestry";
import { type Command, main } from "./command";
import { environmentNamed, imageNamed } from "./environments";
import { furtherRepositories, regionsWithout } from "./further-regions";
import { failure } from "./failure";
import { shortDigest } from "./repository";
import { columns } from "./words";

const options = {
  build: {
    type: "string",
    value: "<build>",
    help: "1.0.3-2, a digest or a tag; the newest tagged image by default",
  },
} as const;

export const ancestryCommand: Command<typeof options> = {
  name: "ancestry",
  about: `Shows what an image is built on and what is built on it, according to the layers in the manifests. It changes nothing.`,
  takes: ["<environment>", "<image>"],
  options,
  interrupted: "This command only reads: nothing has changed.",
  run: async ({ values, positionals: [environment = "", name = ""] }, { environments, access, streams }) => {
    const place = environmentNamed(environment, environments);
    const { repository } = imageNamed(name, place);
    const reader = access(place);
    await reader.identify();
    const [nodes, further] = await Promise.all([ancestryOf(reader), furtherRepositories(reader)]);
    const node =
      values.build === undefined ? newestOf(nodes, repository) : nodeMeant(nodes, repository, values.build, "--build");
    if (node === undefined) {
      throw failure(
        "IB-OP-BUILD",
        `${environment} ${name}`,
        "no image has been built yet",
        "an image that has been built",
        `npm run build -- ${environment} ${name}`,
      );
    }
    const family = familyOf(node, nodes, (of) => regionsWithout(place.images, of.repository, of.image.digest, further));
    if (values.json === true) streams.out(`${JSON.stringify(family)}\n`);
    else streams.out(`${familyText(family)}\n`);
    return 0;
  },
};

function familyOf(node: Node, nodes: readonly Node[], missingIn: (node: Node) => readonly string[]) {
  const member = (each: Node, distance: number, known?: readonly Node[]) => ({
    ...relative(each, distance, known),
    /** Regions that the image should be in but is not. */
    missingIn: missingIn(each),
  });
  return {
    image: member(node, 0, nodes),
    ancestors: node.ancestors.map((each, index) => member(each, index + 1, nodes)),
    descendants: node.descendants
      .map((each) => member(each, each.ancestors.indexOf(node) + 1))
      .sort((a, b) => a.distance - b.distance || (a.repository < b.repository ? -1 : 1)),
  };
}

function familyText({ image, ancestors, descendants }: ReturnType<typeof familyOf>): string {
  const rows = [...[...ancestors].reverse(), image, ...descendants].map((each) => {
    const depth =
      ancestors.length + (descendants.includes(each) ? each.distance : ancestors.includes(each) ? -each.distance : 0);
    const notes = [
      ...(each.tags.length > 0 ? [each.tags.join(", ")] : []),
      ...(each.revoked ? ["revoked"] : []),
      ...(each.missingIn.length > 0 ? [`not in ${each.missingIn.join(", ")}`] : []),
      ...(each.newer === undefined
        ? []
        : [each === image ? `${each.newer} is newer` : `an older base than the current one, ${each.newer}`]),
      ...(each === image ? ["← this"] : []),
    ];
    const build = each.build === each.digest ? "" : each.build;
    return [`${"  ".repeat(depth)}${each.repository}`, build, shortDigest(each.digest), notes.join("; ")];
  });
  const none = [
    ...(ancestors.length === 0 ? ["not built on any image in this environment"] : []),
    ...(descendants.length === 0 ? ["no image in this environment is built on it"] : []),
  ];
  return [...columns(rows), ...none].join("\n");
}

if (require.main === module) main(ancestryCommand);
