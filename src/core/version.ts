/** Version of the engine, part of every result; a test holds it equal to package.json. */
export const engineVersion = "0.1.0";
