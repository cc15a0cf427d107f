import type { EnvironmentDescription } from "@pipelines/image-definition/environment-description";
import { requireChannel } from "../environments";
import { explained, OperationFailed, unknownName, withPlace } from "../failure";

const place = { environment: "prod", account: "123456789012", region: "eu-west-1" } as EnvironmentDescription;
const again = "run the same command again: it continues where it stopped";

function messageOf(name: string, message: string, code?: string): string {
  return explained(withPlace({ name, message, code }, place)).message;
}

function written(code: string, found: string, allowed: string, fix?: string): string {
  const lines = [`error prod (123456789012 eu-west-1) ${code}`, `  found:   ${found}`, `  allowed: ${allowed}`];
  return [...lines, ...(fix === undefined ? [] : [`  fix:     ${fix}`])].join("\n");
}

function thrownBy(run: () => void): string {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof OperationFailed) return thrown.message;
  }
  throw new Error("It did not fail");
}

describe("An error from AWS is explained", () => {
  const ofAccount = "valid credentials for account 123456789012";

  test.each([
    ["ExpiredToken", "old"],
    ["ExpiredTokenException", "old"],
    ["RequestExpired", "old"],
    ["TokenRefreshRequired", "old"],
    ["Other", "The SSO session has expired"],
    ["Other", "The token is expired"],
    ["CredentialsProviderError", "Token is expired"],
    ["Other", "The SSO session associated with this profile was not found or is invalid"],
  ])("as expired credentials: %s, %s", (name, message) => {
    expect(messageOf(name, message)).toContain(
      written("IB-OP-EXPIRED", `the credentials have expired: ${message}`, ofAccount, `log in again, then ${again}`),
    );
  });

  test.each([
    "CredentialsProviderError",
    "InvalidClientTokenId",
    "UnrecognizedClientException",
    "SignatureDoesNotMatch",
  ])("as other credentials: %s", (name) => {
    expect(messageOf(name, "no")).toContain(
      written(
        "IB-OP-CREDENTIALS",
        "no",
        "credentials for account 123456789012, found the way the AWS CLI finds them",
        "set AWS_PROFILE, or --profile prod=<profile>",
      ),
    );
  });

  test("as a missing repository or a missing permission, or by its code or name", () => {
    expect(messageOf("RepositoryNotFoundException", "gone")).toContain(
      written("IB-OP-REPOSITORY", "gone", "an existing repository", "npm run deploy -- prod"),
    );
    for (const name of ["AccessDenied", "AccessDeniedException"]) {
      expect(messageOf(name, "not for you")).toContain(
        written("IB-OP-DENIED", "not for you", "the permissions listed in docs/operations.md"),
      );
    }
    expect(messageOf("NotAccessDenied", "no")).toContain(
      written("IB-OP-AWS", "NotAccessDenied: no", "a response from AWS", again),
    );
    expect(messageOf("Error", "no", "ECONNREFUSED")).toContain(
      written("IB-OP-AWS", "ECONNREFUSED: no", "a response from AWS", again),
    );
  });

  test("unless it has already been explained, or did not come from AWS", () => {
    const failed = new OperationFailed([]);
    expect(explained(failed)).toBe(failed);
    const bug = new TypeError("a bug");
    expect(() => explained(bug)).toThrow(bug);
  });
});

test("An unknown name is refused, with a list of the existing names and the nearest one", () => {
  expect(unknownName("<image>", "image in prod", "wbe", ["web", "base"]).message).toContain(
    'error <image> IB-OP-NAME\n  found:   there is no image in prod "wbe"\n  allowed: one of web, base\n  fix:     write web',
  );
  expect(unknownName("<image>", "image in prod", "web", []).message).toContain(
    'found:   there is no image in prod "web"\n  allowed: none, because there is no image in prod',
  );
});

test("A channel that an image does not have is refused, with an explanation of how to add it", () => {
  const image = { name: "web", channels: [] as string[] } as unknown as Parameters<typeof requireChannel>[1];
  expect(
    thrownBy(() => {
      requireChannel("stable", image, "prod");
    }),
  ).toContain(
    [
      "error --channel IB-OP-CHANNEL",
      "  found:   web has no channels in prod",
      "  allowed: a channel in the image's definition, which retention then protects",
      '  fix:     write channels: ["stable"] in images/web/image.ts, and deploy',
    ].join("\n"),
  );
  const other = { ...image, channels: ["stable", "beta"] };
  expect(
    thrownBy(() => {
      requireChannel("stabel", other, "prod");
    }),
  ).toContain('found:   there is no channel for web "stabel"\n  allowed: one of stable, beta\n  fix:     write stable');
  requireChannel("beta", other, "prod");
});
