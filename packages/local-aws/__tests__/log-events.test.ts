import { FilterLogEventsCommand, GetLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { CreateImageCommand } from "@aws-sdk/client-imagebuilder";
import { type LocalAws, startLocalAws } from "../local-aws";
import { type Clients, clientsOf, makeParts, parts } from "@pipelines/testing/clients";

let aws: LocalAws;
let clients: Clients;
let all: readonly (string | undefined)[];
beforeAll(async () => {
  aws = await startLocalAws({ speed: 0 });
  clients = clientsOf(aws);
  await makeParts(clients);
  for (let build = 1; build <= 2; build++) {
    await clients.imageBuilder.send(new CreateImageCommand(parts));
    aws.clock.skip(21);
    aws.remaining();
  }
  all = (await events({ startFromHead: true })).messages;
});
afterAll(async () => {
  expect(aws.unknownCalls).toEqual([]);
  await aws.close();
});

const logGroupName = "/aws/imagebuilder/hello";

async function events(input: Partial<GetLogEventsCommand["input"]>) {
  const command = new GetLogEventsCommand({ logGroupName, logStreamName: "1.0.0/1", ...input });
  const { events: found = [], nextForwardToken, nextBackwardToken } = await clients.logs.send(command);
  return { messages: found.map(({ message }) => message), found, nextForwardToken, nextBackwardToken };
}

async function filtered(input: Partial<FilterLogEventsCommand["input"]>) {
  return clients.logs.send(new FilterLogEventsCommand({ logGroupName, ...input }));
}

describe("the log of a build", () => {
  test("is read from the start in pages, and returns the same token again at the end", async () => {
    expect(all.length).toBeGreaterThan(4);
    const read: (string | undefined)[] = [];
    let nextToken: string | undefined;
    for (;;) {
      const page = await events({ startFromHead: true, limit: 2, nextToken });
      read.push(...page.messages);
      if (page.nextForwardToken === nextToken) break;
      nextToken = page.nextForwardToken;
    }
    expect(read).toEqual(all);
  });

  test("is read from the end by default, and backward", async () => {
    const last = await events({ limit: 2 });
    expect(last.messages).toEqual(all.slice(-2));
    const before = await events({ limit: 2, nextToken: last.nextBackwardToken });
    expect(before.messages).toEqual(all.slice(-4, -2));
  });

  test("is read between two times, excluding the second", async () => {
    const { found } = await events({ startFromHead: true });
    const [first, last] = [found[0]?.timestamp, found.at(-1)?.timestamp];
    const { messages } = await events({ startFromHead: true, startTime: first, endTime: last });
    expect(messages).toEqual(found.filter(({ timestamp }) => timestamp !== last).map(({ message }) => message));
    expect(messages.length).toBeLessThan(all.length);
  });

  test("is searched across all streams or some, in pages", async () => {
    const filterPattern = '"The image is available"';
    const { events: found } = await filtered({ filterPattern });
    expect(found?.map(({ logStreamName }) => logStreamName)).toEqual(["1.0.0/1", "1.0.0/2"]);
    const { events: some } = await filtered({ filterPattern, logStreamNames: ["1.0.0/2"] });
    expect(some?.map(({ logStreamName }) => logStreamName)).toEqual(["1.0.0/2"]);
    const first = await filtered({ limit: all.length });
    const rest = await filtered({ limit: 100, nextToken: first.nextToken });
    expect([...(first.events ?? []), ...(rest.events ?? [])]).toHaveLength(2 * all.length);
    expect(rest.nextToken).toBeUndefined();
  });

  test("cannot be read if there is no such stream or group", async () => {
    const notFound = { name: "ResourceNotFoundException" };
    await expect(events({ logStreamName: "1.0.0/9" })).rejects.toMatchObject(notFound);
    await expect(filtered({ logGroupName: "/aws/imagebuilder/other" })).rejects.toMatchObject(notFound);
  });
});
