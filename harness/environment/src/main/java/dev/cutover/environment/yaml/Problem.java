package dev.cutover.environment.yaml;

/**
 * One thing that is wrong in a user's file.
 *
 * @param file as it was named, or the option of the command line that said so
 * @param line counted from 1; 0 if it has none
 * @param message what was expected, what was found, what to do
 */
public record Problem(String file, int line, String message) {

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + message;
    }
}
