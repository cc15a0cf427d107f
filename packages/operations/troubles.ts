/** A known reason why builds fail. docs/troubleshooting.md contains the same text. */
export interface Trouble {
  /** Matches a failed build's reason, or a line of its log. */
  readonly sign: RegExp;
  readonly title: string;
  readonly advice: string;
}

export const troubles: readonly Trouble[] = [
  {
    sign: /SSM Agent|Systems Manager|not (?:become )?reachable|TargetNotConnected/i,
    title: '"SSM Agent availability", after twenty minutes.',
    advice:
      "The instance could not reach Systems Manager. Either its security groups block outgoing traffic, or its subnet has neither a route to the internet nor all of the VPC endpoints `ssm`, `ssmmessages`, `ec2messages`, `imagebuilder`, `ecr.api`, `ecr.dkr`, `logs` and `s3`. Parent images on Docker Hub or in public ECR, and packages that components install, need the internet in any case. The role already has its permissions.",
  },
  {
    sign: /ImageTagAlreadyExists|tag .* already exists|tag is immutable/i,
    title: "A push is refused because the tag already exists.",
    advice:
      "A fixed tag such as `latest` cannot be used with `IMMUTABLE`: set `containerTags: []` and pull by build version. If the build version itself exists, another branch has built it: run `npm run synth -- --forward <image>`, commit, and deploy.",
  },
  {
    sign: /manifest unknown|manifest for .* not found|pull access denied|repository does not exist/i,
    title: 'The parent image is not found: "manifest unknown".',
    advice:
      "Its tag or digest is not in the registry, or the registry refuses the build instance. An image in this project must be built once before other images can be built on it.",
  },
  {
    sign: /toomanyrequests|pull rate limit/i,
    title: 'The parent image is refused: "toomanyrequests".',
    advice:
      "Docker Hub limits pulls without an account. Use the same image from ECR Public (`public.ecr.aws/docker/library/…`).",
  },
  {
    sign: /no space left on device/i,
    title: '"No space left on device".',
    advice:
      "The build instance's volume is too small. Set a larger one with `buildInstance: { volumes: [{ size: 60 }] }`.",
  },
  {
    sign: /metadata service|hop limit|IMDS/i,
    title: "The container cannot reach the metadata service.",
    advice:
      "With required tokens (IMDSv2), the container needs a hop limit of at least 2. A deploy sets that, so someone must have changed it by hand: deploy again.",
  },
  {
    sign: /instance profile|AccessDenied|not authorized to perform/i,
    title: "The build instance is denied an action.",
    advice:
      "Its instance profile or role is missing, or lacks a permission. A deploy restores the project's own permissions. Add any others that a component needs to `buildPermissions` (docs/operations.md).",
  },
  {
    sign: /keeps its output open/i,
    title: 'A step "did not end".',
    advice:
      "AWSTOE waits until everything that a step started has closed its output. If a step starts a daemon, redirect the daemon's output: `nginx >/tmp/nginx.log 2>&1`.",
  },
  {
    sign: /exit status|exit code|command not found|failed with/i,
    title: "A command in a component failed.",
    advice:
      "The log lines above the exit status show why, and name the step, its phase and its document. Fix the document and run `npm run deploy`: it gets a new version automatically.",
  },
];

/** Returns the first known reason that matches at least one of the strings. */
export function likelyTrouble(texts: readonly string[]): Trouble | undefined {
  return troubles.find(({ sign }) => texts.some((text) => sign.test(text)));
}
