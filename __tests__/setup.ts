import { setFlagsFromString } from "node:v8";
import { setupJest } from "cdktf/lib/testing/adapters/jest";

// Most code runs only a few times in a test file: V8 would take longer to optimize it than that saves.
setFlagsFromString("--no-opt");

// The matchers come from their own module: most test files need no other part of CDKTF, which takes long to load.
setupJest();

// CDKTF captures a stack trace for every token, and Jest maps each of its lines. The app does without them, too
// (stacks/synthesis/faster-cdktf.ts).
jest.mock("cdktf/lib/tokens/private/stack-trace", () => ({ captureStackTrace: () => [] }));
// Only the process in which CDKTF archives an asset uses archiver.
jest.mock("cdktf/node_modules/archiver", () => ({}));
