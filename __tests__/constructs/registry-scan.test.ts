import { EcrRegistryScanningConfiguration } from "@cdktf/provider-aws/lib/ecr-registry-scanning-configuration";
import { RegistryScan } from "../../constructs/registry-scan";
import { SynthesizedStack, testStack } from "@pipelines/testing/stack";

test.each([
  ["basic", "BASIC", "SCAN_ON_PUSH"],
  ["enhanced", "ENHANCED", "CONTINUOUS_SCAN"],
] as const)("A %s scan covers every repository in the registry", (type, scanType, frequency) => {
  const stack = testStack();
  new RegistryScan(stack, "scan", { type });
  expect(new SynthesizedStack(stack).text).toHaveResourceWithProperties(EcrRegistryScanningConfiguration, {
    scan_type: scanType,
    rule: [{ scan_frequency: frequency, repository_filter: [{ filter: "*", filter_type: "WILDCARD" }] }],
  });
});
