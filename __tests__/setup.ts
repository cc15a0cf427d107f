import { setupJest } from "cdktf/lib/testing/adapters/jest";

// The matchers come from their own module: most test files need no other part of CDKTF, which takes long to load.
setupJest();

// CDKTF captures a stack trace for every token, and Jest maps each of its lines. The app does without them, too
// (stacks/synthesis/faster-cdktf.ts).
jest.mock("cdktf/lib/tokens/private/stack-trace", () => ({ captureStackTrace: () => [] }));
// Only the process in which CDKTF archives an asset uses archiver.
jest.mock("cdktf/node_modules/archiver", () => ({}));
