package dev.cutover.rehearse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutover.rehearse.load.Look;
import dev.cutover.rehearse.load.Place;
import dev.cutover.rehearse.load.Received;
import dev.cutover.rehearse.plan.PhaseSpec.RouteSpec;
import dev.cutover.rehearse.plan.StepText;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code ${…}} stands for in the steps of one change: what was asked for, and what its steps have kept so far. */
public final class Values {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SAFE_IN_SQL = Pattern.compile("[A-Za-z0-9._:-]*");

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, JsonNode> kept = new LinkedHashMap<>();

    static Values of(RouteSpec route, long seed) {
        BigDecimal share = BigDecimal.valueOf(route.newShare());
        Values values = new Values();
        values.texts.put("mode", route.mode().text());
        values.texts.put("share", plain(share));
        values.texts.put("percent", plain(share.movePointRight(2)));
        values.texts.put("old-percent", plain(BigDecimal.ONE.subtract(share).movePointRight(2)));
        values.texts.put("seed", Long.toString(seed));
        return values;
    }

    /** The same with one more, known by this name. */
    Values with(String name, String text) {
        texts.put(name, text);
        return this;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** Keeps what an answer has at each of the places. */
    void keep(Map<String, Place> places, Received answer) throws StepFailure {
        for (var one : places.entrySet()) {
            Look look = Look.of(one.getValue());
            JsonNode found = look.in(answer);
            if (found.isMissingNode()) {
                String what = look instanceof Look.InJson && answer.json().isMissingNode() ? "no JSON: " : "";
                throw new StepFailure("the answer must have something %s, to be kept as '%s', but is %s%s"
                        .formatted(look, one.getKey(), what, Told.shortly(answer.text())));
            }
            kept.put(one.getKey(), found);
            texts.put(one.getKey(), found.isValueNode() ? found.asText() : found.toString());
        }
    }

    @Nullable
    JsonNode kept(String name) {
        return kept.get(name);
    }

    /** What was kept, for a person; long values are left out. */
    public String told() {
        return kept.entrySet().stream()
                .filter(one -> one.getValue().isValueNode())
                .map(one -> one.getKey() + " " + one.getValue().asText())
                .collect(Collectors.joining(", "));
    }

    /** All by name, for a command or a file. */
    Map<String, String> all() {
        return Map.copyOf(texts);
    }

    String plain(String template) throws StepFailure {
        return filled(template, text -> text);
    }

    String inUrl(String template) throws StepFailure {
        return filled(
                template,
                text -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /** Inside a JSON text; the plan writes the quotes. */
    String inJson(String template) throws StepFailure {
        return filled(template, Values::escaped);
    }

    /** As it stands; what could end a text or a statement is refused. */
    String inSql(String template) throws StepFailure {
        for (String name : new StepText(template).names()) {
            String text = texts.getOrDefault(name, "");
            if (!SAFE_IN_SQL.matcher(text).matches()) {
                throw new StepFailure(
                        "the value of ${%s} must be letters, digits, '.', '_', ':' or '-' to stand in SQL, but is '%s'"
                                .formatted(name, Told.shortly(text)));
            }
        }
        return plain(template);
    }

    private String filled(String template, UnaryOperator<String> escape) throws StepFailure {
        StepText text = new StepText(template);
        for (String name : text.names()) {
            if (!texts.containsKey(name)) {
                throw new StepFailure("nothing is known as ${%s}: no step before it has kept it; known are %s"
                        .formatted(name, String.join(", ", texts.keySet())));
            }
        }
        return text.fill(name -> escape.apply(texts.getOrDefault(name, "")));
    }

    private static String escaped(String text) {
        try {
            String quoted = JSON.writeValueAsString(text);
            return quoted.substring(1, quoted.length() - 1);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a text is not JSON: " + text, e);
        }
    }
}
