import type { EnvironmentSettings } from "../../stacks/environment/environment-settings";
import { SynthesizedStack, TestEnvironment, testApp, testImage } from "@pipelines/testing/stack";

/** Settings and images that were possible before environments got additional settings. */
const settings: Readonly<Record<string, Partial<EnvironmentSettings>>> = {
  defaults: {},
  everything: {
    repositoryPrefix: "test",
    subnetId: "subnet-0123456789abcdef0",
    securityGroupIds: ["sg-0123456789abcdef0"],
    instanceTypes: ["m5.large", "m6i.large"],
    schedule: { expression: "rate(7 days)", timezone: "Europe/Berlin" },
    buildTimeoutMinutes: 60,
    terminateInstanceOnFailure: false,
    logRetentionDays: 365,
    keep: { days: 365 },
    deletionProtection: true,
    tags: { Team: "platform" },
    images: [
      testImage({
        description: "Has every possible setting",
        components: [
          { document: "hello-world.yaml", description: "Says hello", supportedOsVersions: ["Amazon Linux 2023"] },
          { managed: "update-linux", version: "1.x.x" },
        ],
        repository: "team/web",
        containerTags: ["1", "latest"],
        channels: ["stable"],
        keep: { builds: 5 },
        tests: { timeoutMinutes: 90 },
        buildInstance: { image: "ami-0123456789abcdef0", volumes: [{ size: 30 }] },
        version: "2.1",
        tags: { Owner: "web" },
      }),
      testImage({ schedule: null, enabled: false, imageTagMutability: "IMMUTABLE", containerTags: [] }, "api"),
    ],
  },
};

/** The content of the sample's files is not part of this test. */
function withoutTexts(key: string, value: unknown): unknown {
  return key === "data" || key === "dockerfile_template_data" ? "…" : value;
}

describe.each(Object.keys(settings))("An environment with %s from an earlier release", (name) => {
  it("has the same JSON as before: features it does not use add nothing and change no addresses", () => {
    const stack = new SynthesizedStack(new TestEnvironment(testApp(), settings[name]));
    expect(JSON.stringify(JSON.parse(stack.text), withoutTexts, 2)).toMatchSnapshot();
  });
});
