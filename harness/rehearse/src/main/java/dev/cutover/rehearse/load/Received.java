package dev.cutover.rehearse.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What came back for a request. JSON and text are made of the body when somebody first looks for them, and only then. For one thread at a time. */
public final class Received {

    /** The header that says how bodies are written. */
    static final String CONTENT_TYPE = "Content-Type";

    public static final Received NOTHING = of("", Map.of());

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CHARSET = Pattern.compile("(?i)\\bcharset\\s*=\\s*\"?([^\\s;\"]+)");

    private final byte[] body;
    private final Map<String, String> headers;
    private @Nullable JsonNode json;
    private @Nullable String text;

    private Received(byte[] body, Map<String, String> headers, @Nullable String text, @Nullable JsonNode json) {
        this.body = body;
        this.headers = headers;
        this.text = text;
        this.json = json;
    }

    /**
     * As it came.
     *
     * @param body null if there was none
     * @param headers by names as they are asked for
     */
    public static Received of(byte @Nullable [] body, Map<String, String> headers) {
        return body == null || body.length == 0 ? of("", headers) : new Received(body, headers, null, null);
    }

    /** One whose body was read as a text already. */
    public static Received of(String text, Map<String, String> headers) {
        return new Received(
                text.getBytes(StandardCharsets.UTF_8),
                headers,
                text,
                text.isEmpty() ? MissingNode.getInstance() : null);
    }

    /** By name, whether its letters are small or not; of several of one name the first. */
    public static Map<String, String> headers(HttpHeaders all) {
        Map<String, String> first = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.map().forEach((name, values) -> first.put(name, values.getFirst()));
        return first;
    }

    /** The body; a missing node if there is none, or it is no JSON. */
    public JsonNode json() {
        if (json == null) {
            json = parsed();
        }
        return json;
    }

    private JsonNode parsed() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** The body in the letters that its type says; in UTF-8 where it does not, or says some that nobody knows. */
    public String text() {
        if (text == null) {
            text = new String(body, charset());
        }
        return text;
    }

    private Charset charset() {
        Matcher said = CHARSET.matcher(headers.getOrDefault(CONTENT_TYPE, ""));
        try {
            return said.find() ? Charset.forName(said.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }
}
