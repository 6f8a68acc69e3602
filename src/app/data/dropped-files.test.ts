import { expect, it } from "vitest";
import { dropLimits, readDropped } from "./dropped-files.ts";

const file = (name: string, content: Uint8Array | string, webkitRelativePath = "", size?: number) => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return {
    name,
    webkitRelativePath,
    size: size ?? bytes.length,
    arrayBuffer: () => Promise.resolve(bytes.slice().buffer),
  };
};

it("reads texts by their path in the folder and names what it leaves out", async () => {
  const { files, problems } = await readDropped([
    file("ties.csv", "a,b\n", "mine/ties.csv"),
    file("sp500.csv", "day,value\n", "mine/series/sp500.csv"),
    file("photo.jpg", "x"),
    file("figures.csv", Uint8Array.of(0x61, 0xff)),
    file("actors.csv", "", "", dropLimits.bytes + 1),
    {
      ...file("gone.csv", ""),
      arrayBuffer: () => Promise.reject(new Error("The file cannot be read")),
    },
  ]);
  expect([...files]).toEqual([
    ["ties.csv", "a,b\n"],
    ["series/sp500.csv", "day,value\n"],
  ]);
  expect(problems.map(({ code, where }) => [code, where.file])).toEqual([
    ["drop-unknown", "photo.jpg"],
    ["drop-not-text", "figures.csv"],
    ["drop-too-large", "actors.csv"],
    ["drop-not-text", "gone.csv"],
  ]);
});
