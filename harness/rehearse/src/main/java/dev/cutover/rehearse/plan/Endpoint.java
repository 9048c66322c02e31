package dev.cutover.rehearse.plan;

import dev.cutover.environment.yaml.WrongValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request goes to, written as {@code component.port/path}.
 *
 * @param path with its slash; may hold placeholders
 */
public record Endpoint(String component, String port, String path) {

    private static final Pattern WRITTEN = Pattern.compile("([^/\\s]+)\\.([^./\\s]+)(/.*)");

    /** Reads one that is written below a key. */
    static Endpoint of(String text, Object... path) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw WrongValue.at(
                    "must be component.port/path, such as bridge.admin/routing, but is '" + text + "'", path);
        }
        return new Endpoint(parts.group(1), parts.group(2), parts.group(3));
    }

    @Override
    public String toString() {
        return component + "." + port + path;
    }
}
