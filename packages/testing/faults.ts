import type { Call, Fault, Faults } from "@pipelines/local-aws/faults";

/**
 * Returns a fault for the call with this number and its retries, `times` times in total. Counting calls does not work:
 * several run in parallel, and a retry does not have the next number.
 */
export function faultAt(number: number, fault: Fault, times = 1): Faults {
  let left = times;
  let hit: Call | undefined;
  return (call) => {
    if (call.number === number) hit = call;
    if (hit === undefined || left === 0) return undefined;
    const isRetry = call.invocation !== undefined && call.invocation === hit.invocation;
    if (call !== hit && !isRetry) return undefined;
    left--;
    return fault;
  };
}
