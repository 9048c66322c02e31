package dev.cutover.rehearse.load;

import dev.cutover.environment.yaml.WrongValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A request: one method with its path, headers and a body. Values may stand in all of it but the method and the headers' names.
 *
 * @param get path of a GET; exactly one of the five methods is given, and values such as {@code ${key}} may stand in it
 * @param post path of a POST
 * @param put path of a PUT
 * @param patch path of a PATCH
 * @param delete path of a DELETE
 * @param headers headers by name; values such as {@code ${id uuid}} may stand in them
 * @param body the body; JSON unless a Content-Type says otherwise, so values are escaped in it
 */
public record RequestSpec(
        Optional<String> get,
        Optional<String> post,
        Optional<String> put,
        Optional<String> patch,
        Optional<String> delete,
        Map<String, String> headers,
        Optional<String> body) {

    private static final String CONTENT_TYPE = "Content-Type";
    private static final String JSON = "application/json";

    public RequestSpec {
        headers = LoadModel.inOrder(headers);
        List<String> paths = Stream.of(get, post, put, patch, delete)
                .flatMap(Optional::stream)
                .toList();
        if (paths.size() != 1) {
            throw WrongValue.here(
                    "must have one of get, post, put, patch, delete with its path, but has " + paths.size());
        }
        if (!paths.getFirst().startsWith("/")) {
            throw WrongValue.here("must ask for a path that starts with '/', but asks for '" + paths.getFirst() + "'");
        }
        if (body.isPresent() && get.isPresent()) {
            throw WrongValue.at("belongs to no get; use another method, or leave it out", "body");
        }
    }

    /** As HTTP calls it. */
    public String method() {
        return verb().toUpperCase(Locale.ROOT);
    }

    /** The key that the path is written under. */
    public String verb() {
        return get.isPresent()
                ? "get"
                : post.isPresent() ? "post" : put.isPresent() ? "put" : patch.isPresent() ? "patch" : "delete";
    }

    public String path() {
        return get.or(() -> post).or(() -> put).or(() -> patch).or(() -> delete).orElseThrow();
    }

    /** The headers that are sent; a body is JSON unless they say otherwise. */
    public Map<String, String> allHeaders() {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        body.ifPresent(any -> all.put(CONTENT_TYPE, JSON));
        all.putAll(headers);
        return all;
    }

    /** How values are written into the body. */
    public Escape bodyEscape() {
        String type = allHeaders().getOrDefault(CONTENT_TYPE, JSON);
        return type.contains("json") ? Escape.JSON : type.contains("form-urlencoded") ? Escape.PERCENT : Escape.NONE;
    }
}
