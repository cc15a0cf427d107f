import { build, type Case, one, step } from "./case";

/** Required inputs of each action or, if its inputs are a list, of each entry in the list. */
const required: readonly (readonly [action: string, kind: "map" | "list", ...inputs: string[]])[] = [
  ["ExecuteBinary", "map", "path"],
  ["ExecuteDocument", "map", "document"],
  ["S3Download", "list", "source: s3://b/k", "destination"],
  ["S3Upload", "list", "source", "destination: s3://b/k"],
  ["WebDownload", "list", "source: https://x", "destination"],
  ["AppendFile", "list", "path"],
  ["CopyFile", "list", "source", "destination"],
  ["CopyFolder", "list", "source", "destination"],
  ["MoveFile", "list", "source", "destination"],
  ["MoveFolder", "list", "source", "destination"],
  ["CreateFile", "list", "path"],
  ["CreateFolder", "list", "path"],
  ["CreateSymlink", "list", "path", "target"],
  ["DeleteFile", "list", "path"],
  ["DeleteFolder", "list", "path"],
  ["ListFiles", "list", "path"],
  ["ReadFile", "list", "path"],
  ["SetFileEncoding", "list", "path"],
  ["SetFileOwner", "list", "path", "owner"],
  ["SetFolderOwner", "list", "path", "owner"],
  ["SetFilePermissions", "list", "path", "permissions"],
  ["SetFolderPermissions", "list", "path", "permissions"],
  ["InstallMSI", "map", "path"],
  ["UninstallMSI", "map", "path"],
  ["SetRegistry", "list", "path: 'HKLM:\\x'", "name", "value", "type: SZ"],
];

const windows = ["InstallMSI", "UninstallMSI", "SetRegistry", "ExecutePowerShell"];

function given(input: string): string {
  return input.includes(":") ? input : `${input}: x`;
}

/**
 * Omits every required input once, and gives every action inputs of the other kind (a map instead of a list, or the
 * reverse).
 */
const leftOut = required.flatMap(([action, kind, ...inputs]): Case[] => {
  const platform = windows.includes(action) ? "Windows" : "Linux";
  const all = `{${inputs.map(given).join(", ")}}`;
  return [
    ...inputs.map((out) => {
      const entry = `»{${inputs.filter((input) => input !== out).map(given).join(", ")}}`;
      return one("IB-DOC-INPUT", step(action, kind === "list" ? `[${all}, ${entry}]` : entry), { platform });
    }),
    one("IB-DOC-TYPE", step(action, kind === "list" ? `»${all}` : `»[${all}]`), { platform }),
    one("IB-DOC-INPUT", build(`      - »name: One\n        action: ${action}\n`), { platform }),
  ];
});

/** Returns a document with a web server that logs to standard error, and a command that starts it. */
function nginx(command: string): string {
  const configure =
    "      - name: Configure\n        action: CreateFile\n        inputs: [{path: /x, content: 'error_log /dev/stderr warn;'}]\n";
  return build(
    `${configure}      - name: Start\n        action: ExecuteBash\n        inputs:\n          commands:\n            - ${command}\n`,
  );
}

export const actions: readonly Case[] = [
  ...leftOut,
  one("IB-DOC-ACTION", step("»ExecuteBsh", "{commands: [x]}")),
  one("IB-DOC-ACTION", step("»executebash", "{commands: [x]}")),
  one("IB-DOC-ACTION", step("»RunShellScript", "{commands: [x]}")),
  one("IB-DOC-ACTION", step("»''", "{commands: [x]}")),
  one("IB-DOC-TYPE", step("»12", "{commands: [x]}")),
  one("IB-DOC-INPUT", build("      - »name: One\n        action: ExecuteBash\n")),
  one("IB-DOC-TYPE", build("      - name: One\n        action: ExecuteBash\n        »inputs:\n")),
  one("IB-DOC-INPUT", step("ExecuteBash", "»{}")),
  one("IB-DOC-INPUT", step("ExecuteBash", "{»command: [x]}")),
  one("IB-DOC-TYPE", step("ExecuteBash", "{commands: »echo}")),
  one("IB-DOC-TYPE", step("ExecuteBash", "\n          commands: »|\n            echo one\n            echo two")),
  one("IB-DOC-TYPE", step("ExecuteBash", "\n          commands:\n            - »echo: there is a colon")),
  one("IB-DOC-TYPE", step("ExecuteBash", "\n          commands:\n            - - »x").replace("- - »x", "- »- x")),
  one("IB-DOC-TYPE", step("ExecuteBash", "{»commands: }")),
  one("IB-DOC-ONE-OF", step("ExecutePowerShell", "»{}"), { platform: "Windows" }),
  one("IB-DOC-ONE-OF", step("ExecutePowerShell", "»{commands: [x], file: a.ps1}"), { platform: "Windows" }),
  one("IB-DOC-TYPE", step("ExecutePowerShell", "{commands: »x}"), { platform: "Windows" }),
  one("IB-DOC-TYPE", step("ExecuteBinary", "{path: /x, arguments: »--all}")),
  one("IB-DOC-VALUE", step("S3Download", "[{source: »https://b/k, destination: x}]")),
  one("IB-DOC-VALUE", step("S3Download", "[{source: »bucket/key, destination: x}]")),
  one("IB-DOC-VALUE", step("S3Download", "[{source: s3://b/k, destination: x, expectedBucketOwner: »'12'}]")),
  one("IB-DOC-VALUE", step("S3Upload", "[{source: /x, destination: »/tmp}]")),
  one("IB-DOC-VALUE", step("S3Upload", "[{source: /x, destination: s3://b/k, recurse: »maybe}]")),
  one("IB-DOC-VALUE", step("WebDownload", "[{source: »ftp://x, destination: x}]")),
  one("IB-DOC-VALUE", step("WebDownload", "[{source: »example.com/x, destination: x}]")),
  one("IB-DOC-VALUE", step("WebDownload", "[{source: http://x, destination: x, checksum: a, algorithm: »SHA3}]")),
  one("IB-DOC-CHECKSUM", step("WebDownload", "[{source: http://x, destination: x, »checksum: a}]")),
  one("IB-DOC-CHECKSUM", step("WebDownload", "[{source: http://x, destination: x, »algorithm: SHA256}]")),
  one("IB-DOC-TYPE", step("CopyFile", "[{source: a, destination: b, overwrite: »1}]")),
  one("IB-DOC-VALUE", step("CreateFile", "[{path: a, encoding: »latin1}]")),
  one("IB-DOC-VALUE", step("Reboot", "{delaySeconds: »soon}")),
  one("IB-DOC-TYPE", step("Reboot", "»[{delaySeconds: 1}]")),
  one("IB-DOC-TYPE", step("UpdateOS", "{include: »kernel}")),
  one("IB-DOC-VALUE", step("InstallMSI", "{path: x, reboot: »Never}"), { platform: "Windows" }),
  one("IB-DOC-TYPE", step("InstallMSI", "{path: x, properties: »[A]}"), { platform: "Windows" }),
  one("IB-DOC-VALUE", step("SetRegistry", "[{path: 'HKCU:\\x', name: y, value: 1, type: »REG_SZ}]"), { platform: "Windows" }),
  one("IB-DOC-TYPE", step("SetRegistry", "[{path: HKEY_USERS\\x, name: y, value: »{a: 1}, type: SZ}]"), { platform: "Windows" }),
  one("IB-DOC-TYPE", step("DeleteFile", "[»/tmp/x]")),
  one("IB-DOC-TYPE", step("DeleteFile", "[{»path: }]")),
  one("IB-DOC-UNKNOWN-KEY", step("DeleteFile", "[{path: /x, »force: true}]")),
  one("IB-DOC-TYPE", step("ExecuteDocument", "{document: x, parameters: »{a: b}}")),
  one("IB-DOC-INPUT", step("ExecuteDocument", "{document: x, parameters: [»{name: a}]}")),
  one("IB-DOC-CONDITION", step("Assert", "»{}")),
  one("IB-DOC-TYPE", step("Assert", "»yes")),
    one("IB-DOC-TYPE", step("Assert", "{and: »{stringEquals: a, value: a}}")),
  one("IB-DOC-CONDITION", step("ExecuteBash", "{commands: [x]}", "        if: »{}\n")),
  one("IB-DOC-TYPE", step("ExecuteBash", "{commands: [x]}", "        if: »true\n")),
  one("IB-DOC-VALUE", step("ExecuteBash", "{commands: [x]}", "        if: {stringIsEmpty: '', then: »Stop}\n")),
  one("IB-DOC-VALUE", step("ExecuteBash", "{commands: [x]}", "        if: {stringIsEmpty: '', else: »skip}\n")),
  // Platforms.
  ...windows.map((action) =>
    one("IB-DOC-PLATFORM", step(`»${action}`, action === "ExecutePowerShell" ? "{commands: [x]}" : action === "SetRegistry" ? "[{path: 'HKLM:\\x', name: y, value: z, type: SZ}]" : "{path: x}")),
  ),
  one("IB-DOC-PLATFORM", step("»ExecuteBash", "{commands: [x]}"), { platform: "Windows" }),
  ...[
    ["CreateSymlink", "target"],
    ["SetFileOwner", "owner"],
    ["SetFolderOwner", "owner"],
    ["SetFilePermissions", "permissions"],
    ["SetFolderPermissions", "permissions"],
  ].map(([action = "", input = ""]) =>
    one("IB-DOC-PLATFORM", step(`»${action}`, `[{path: x, ${input}: y}]`), { platform: "Windows" }),
  ),
  ...["owner", "group", "permissions"].map((input) =>
    one("IB-DOC-PLATFORM", step("CreateFile", `[{path: C:\\x, »${input}: x}]`), { platform: "Windows" }),
  ),
  one("IB-DOC-PLATFORM", step("CreateFolder", "[{path: C:\\x, »permissions: 0777}]"), { platform: "Windows" }),
  // An empty list of inputs, which has been rejected since July 2026.
  ...required.filter(([, kind]) => kind === "list").map(([action]) =>
    one("IB-DOC-INPUT", step(action, "»[]"), { platform: windows.includes(action) ? "Windows" : "Linux" }),
  ),
  // Bounds also apply to numbers written as text.
  ...["»'-2'", "»'00'", "»soon"].map((value) =>
    one("IB-DOC-VALUE", step("ExecuteBash", "{commands: [x]}", `        timeoutSeconds: ${value}\n`)),
  ),
  ...["»'0'", "»'-1'", "»'00'"].map((value) =>
    one("IB-DOC-VALUE", step("ExecuteBash", "{commands: [x]}", `        maxAttempts: ${value}\n`)),
  ),
  // The fields that ExecuteDocument accepts are fixed.
  ...["»60", "»0", "»'60'"].map((value) =>
    one("IB-DOC-VALUE", step("ExecuteDocument", "{document: x}", `        timeoutSeconds: ${value}\n`)),
  ),
  ...["»2", "»0", "»'2'"].map((value) =>
    one("IB-DOC-VALUE", step("ExecuteDocument", "{document: x}", `        maxAttempts: ${value}\n`)),
  ),
  ...["»11122223333", "»'1111222233334'", "»'arn:aws:iam::111122223333:root'"].map((owner) =>
    one("IB-DOC-VALUE", step("S3Download", `[{source: s3://b/k, destination: x, expectedBucketOwner: ${owner}}]`)),
  ),
  one("IB-DOC-TYPE", step("S3Upload", "[{source: x, destination: s3://b/k, expectedBucketOwner: »true}]")),
  ...["»s3://", "»s3://bucket", "»s3:///key", "»s3://bucket/"].map((source) =>
    one("IB-DOC-VALUE", step("S3Download", `[{source: '${source}', destination: x}]`.replace("'»", "»'"))),
  ),
  ...["»s3://", "»s3://bucket", "»s3:///key"].map((destination) =>
    one("IB-DOC-VALUE", step("S3Upload", `[{source: x, destination: '${destination}'}]`.replace("'»", "»'"))),
  ),
  ...["»https://", "»https:///path", "»https://?q", "»http:/x", "»https://example.com/a b"].map((source) =>
    one("IB-DOC-VALUE", step("WebDownload", `[{source: '${source}', destination: x}]`.replace("'»", "»'"))),
  ),
  ...["»SOFTWARE\\x", "»HKLM\\x", "»HKEY_NOBODY\\x"].map((path) =>
    one("IB-DOC-VALUE", step("SetRegistry", `[{path: ${path}, name: y, value: 1, type: SZ}]`), { platform: "Windows" }),
  ),
  one("IB-DOC-VALUE", step("ExecutePowerShell", "{file: »C:\\setup.bat}"), { platform: "Windows" }),
  one("IB-DOC-VALUE", step("InstallMSI", "{path: x, logOptions: »/l*vx}"), { platform: "Windows" }),
  one("IB-DOC-VALUE", step("UninstallMSI", "{path: x, logOptions: »verbose}"), { platform: "Windows" }),
  one("IB-DOC-TYPE", step("UninstallMSI", "{path: x, allowUnsignedInstaller: »1}"), { platform: "Windows" }),
  // Daemons that keep the step's output open.
  one("IB-DOC-DAEMON", nginx("»'curl -fsS http://localhost || nginx'")),
  one("IB-DOC-DAEMON", nginx("»|\n              /usr/sbin/nginx\n              curl -fsS http://localhost/")),
  one("IB-DOC-DAEMON", step("ExecuteBash", "{commands: [»'python3 -m http.server 8000 &']}")),
];
