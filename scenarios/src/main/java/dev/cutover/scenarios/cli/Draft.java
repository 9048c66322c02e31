package dev.cutover.scenarios.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plan and its environment to begin with, made from a few answers.
 *
 * @param folder where they will lie, as the comments call it
 * @param old how the old system is started: a command, or {@code image:} and its name
 * @param operation what clients ask for, by its name
 * @param request its method and path, in which {@code {key}} stands for the key
 */
record Draft(
        String name,
        String folder,
        String old,
        String next,
        Database oldDatabase,
        Database newDatabase,
        Bridge bridge,
        String operation,
        String request) {

    private static final Pattern MARK = Pattern.compile("«([a-z-]+)»");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern REQUEST = Pattern.compile("(?i)(post|put|patch|delete) +(/\\S*)");
    private static final String IMAGE = "image:";

    /** What a system's data lies in. */
    enum Database {
        /** The testbed starts it. */
        POSTGRES,
        /** Any other, started as a component and read by JDBC. */
        JDBC;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a bridge is told where requests go. */
    enum Bridge {
        /** By a request to it. */
        HTTP,
        /** By a file that is written again, and a reload. */
        FILE,
        /** By a command. */
        COMMAND;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Draft {
        require(NAME, name, "the name", "letters, digits, '-', '_' and '.'");
        require(NAME, operation, "the operation", "letters, digits, '-', '_' and '.'");
        require(
                REQUEST,
                request,
                "the request",
                "a method that writes, and a path, such as POST /accounts/{key}/items");
    }

    private static void require(Pattern pattern, String given, String what, String form) {
        if (!pattern.matcher(given).matches()) {
            throw new IllegalArgumentException(what + " must be " + form + ", but is '" + given + "'");
        }
    }

    /** The files by their paths in the folder. */
    Map<Path, String> files() {
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(Path.of("plan.yaml"), filled("plan.yaml", values()));
        files.put(Path.of("env.yaml"), filled("env.yaml", values()));
        if (bridge == Bridge.FILE) {
            files.put(Path.of("bridge", "routing.conf"), filled("routing.conf", values()));
        }
        return files;
    }

    private Map<String, String> values() {
        Matcher asked = REQUEST.matcher(request);
        boolean matches = asked.matches();
        Map<String, String> values = new TreeMap<>();
        values.put("name", name);
        values.put("folder", folder);
        values.put("old", start(old));
        values.put("new", start(next));
        values.put("operation", operation);
        values.put("method", matches ? asked.group(1).toLowerCase(Locale.ROOT) : "");
        values.put("path", matches ? quoted(asked.group(2).replace("{key}", "${key}")) : "");
        values.put("old-database", database(oldDatabase, "old"));
        values.put("new-database", database(newDatabase, "new"));
        values.put("bridge", filled("bridge-" + bridge + ".yaml", Map.of()).stripTrailing());
        values.put("switch", filled("switch-" + bridge + ".yaml", Map.of()).stripTrailing());
        return values;
    }

    private static String database(Database kind, String side) {
        return filled("database-" + kind + ".yaml", Map.of("side", side)).stripTrailing();
    }

    /** A command by its words, each quoted so that none is taken for YAML. */
    private static String start(String given) {
        if (given.startsWith(IMAGE)) {
            return "image: '" + quoted(given.substring(IMAGE.length()).strip()) + "'";
        }
        StringBuilder words = new StringBuilder();
        for (String word : given.strip().split("\\s+", -1)) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append('\'')
                    .append(quoted(word))
                    .append('\'');
        }
        return "command: [" + words + "]";
    }

    private static String quoted(String text) {
        return text.replace("'", "''");
    }

    private static String filled(String template, Map<String, String> values) {
        return MARK.matcher(text(template))
                .replaceAll(mark -> Matcher.quoteReplacement(
                        Objects.requireNonNull(values.get(mark.group(1)), "no value for " + mark.group(1))));
    }

    private static String text(String template) {
        try (InputStream resource =
                Objects.requireNonNull(Draft.class.getResourceAsStream("init/" + template), template)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the template " + template, e);
        }
    }
}
