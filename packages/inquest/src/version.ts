/** Version of the program, as in package.json; the tidy test compares the two. */
export const PROGRAM_VERSION = '0.1.0';
