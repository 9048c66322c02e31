package dev.cutover.environment.spec;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an environment's file does not say itself, so that it is in no evidence.
 *
 * @param inFile whether it is the content of a file, else a variable of the testbed's own environment
 * @param name of the file or the variable
 */
public record Secret(boolean inFile, String name) {
    private static final Pattern PLACEHOLDER = Pattern.compile("(env|file)\\s+(\\S.*)");
    private static final Pattern IN_TEXT = Pattern.compile("\\$\\{\\s*(env|file)\\s+[^}\\s][^}]*}");

    /** By what stands between the braces; empty if that is something else. */
    public static Optional<Secret> of(String placeholder) {
        Matcher matcher = PLACEHOLDER.matcher(placeholder);
        return matcher.matches()
                ? Optional.of(new Secret(matcher.group(1).equals("file"), matcher.group(2)))
                : Optional.empty();
    }

    public static boolean isIn(String text) {
        return IN_TEXT.matcher(text).find();
    }

    static String without(String text) {
        return IN_TEXT.matcher(text).replaceAll("");
    }
}
