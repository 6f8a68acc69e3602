export { simulateOnThreads, type ThreadOptions } from "./ensemble.ts";
export { cutShards, type Shard } from "./shard.ts";
