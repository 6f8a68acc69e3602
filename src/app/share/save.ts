/** Hands a file to the browser to be saved. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const pixelsPerPoint = 2;

/** An SVG as the bytes of a PNG, on a ground of its own colour. */
export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = await loadImage(address);
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * pixelsPerPoint;
    canvas.height = image.naturalHeight * pixelsPerPoint;
    const context = canvas.getContext("2d");
    if (!context) throw new Error("canvas");
    context.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) =>
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("png"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** JSON as the command line prints it; JSON is YAML, too. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** An image once it is there; to be decoded it would have to wait for a frame, which a page at rest may not draw. */
function loadImage(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  return new Promise((done, fail) => {
    image.addEventListener("load", () => done(image));
    image.addEventListener("error", () => fail(new Error("svg")));
    image.src = address;
  });
}
