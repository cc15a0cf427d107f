/** A reason for which builds fail; docs/troubleshooting.md has the same words. */
export interface Trouble {
  /** In the reason of a failed build, or in its log. */
  readonly sign: RegExp;
  readonly title: string;
  readonly advice: string;
}

export const troubles: readonly Trouble[] = [
  {
    sign: /SSM Agent|Systems Manager|not (?:become )?reachable|TargetNotConnected/i,
    title: '"SSM Agent availability", after twenty minutes.',
    advice:
      "The instance could not reach Systems Manager: its security groups let nothing out, or its subnet has neither a route to the internet nor all of the VPC endpoints `ssm`, `ssmmessages`, `ec2messages`, `imagebuilder`, `ecr.api`, `ecr.dkr`, `logs` and `s3`. Parent images on Docker Hub or in public ECR need the internet all the same, and so do packages that a component installs. The role has its permissions already.",
  },
  {
    sign: /ImageTagAlreadyExists|tag .* already exists|tag is immutable/i,
    title: 'A tag is refused, or a push fails: "tag already exists".',
    advice:
      "A fixed tag such as `latest` and `IMMUTABLE` do not go together. Use `containerTags: []` and pull by build version. If it is the build version that exists, another branch has built under it: `npm run synth -- --forward <image>`, commit, deploy.",
  },
  {
    sign: /manifest unknown|manifest for .* not found|pull access denied|repository does not exist/i,
    title: 'The parent image is not found: "manifest unknown".',
    advice:
      "Its tag or digest is not in the registry (any more), or the registry refuses the build instance. An image of this project must have been built once before others are built on it.",
  },
  {
    sign: /toomanyrequests|pull rate limit/i,
    title: 'The parent image is refused: "toomanyrequests".',
    advice:
      "Docker Hub's limit for pulls without an account. Use the same image from public ECR (`public.ecr.aws/docker/library/…`).",
  },
  {
    sign: /no space left on device/i,
    title: '"No space left on device".',
    advice:
      "The volume of the build instance is too small: give it a larger one with `buildInstance: { volumes: [{ size: 60 }] }`.",
  },
  {
    sign: /metadata service|hop limit|IMDS/i,
    title: "The container cannot reach the metadata service.",
    advice:
      "With required tokens (IMDSv2) it needs a hop limit of 2 or more, which is what a deploy sets: somebody changed it by hand.",
  },
  {
    sign: /instance profile|AccessDenied|not authorized to perform/i,
    title: "The build instance may not do something.",
    advice:
      "Its instance profile or role is gone or lacks a permission. A deploy puts the project's own back; what a component needs beside it goes into `buildPermissions` (docs/operations.md).",
  },
  {
    sign: /keeps its output open/i,
    title: 'A step "did not end".',
    advice:
      "AWSTOE waits until everything that a step started has closed its output. A step that starts a daemon sends the daemon's output elsewhere: `nginx >/tmp/nginx.log 2>&1`.",
  },
  {
    sign: /exit status|exit code|command not found|failed with/i,
    title: "A command of a component failed.",
    advice:
      "The log above its exit status says why; the step is named with phase and document. Fix the document and `npm run deploy`: its version moves by itself.",
  },
];

/** The first of the known reasons of which there is a sign. */
export function likelyTrouble(texts: readonly string[]): Trouble | undefined {
  return troubles.find(({ sign }) => texts.some((text) => sign.test(text)));
}
