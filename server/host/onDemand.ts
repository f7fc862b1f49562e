/**
 * A part of the server that is loaded when it is first needed, and is at hand from then on: an `import()` takes time
 * even where its module is loaded.
 */
export function onDemand<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let loaded: Promise<Part> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
