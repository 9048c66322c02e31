package dev.cutover.rehearse.load;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at one place of answers; made once and used for all of them, since pointers and patterns are compiled in it. */
public sealed interface Look {

    static Look of(Place place) {
        return of(place.at(), place.body(), place.header(), place.part()).orElseThrow();
    }

    /** None: the status says it all. */
    static Optional<Look> of(AnswerMatch match) {
        return of(match.at(), match.body(), match.header(), Optional.empty());
    }

    private static Optional<Look> of(
            Optional<String> at, Optional<String> body, Optional<String> header, Optional<String> part) {
        return at.<Look>map(InJson::of)
                .or(() -> body.map(InBody::of))
                .or(() -> header.map(
                        name -> new InHeader(name, part.map(Pattern::compile).orElse(null))));
    }

    /** What is there; a missing node if nothing is. */
    JsonNode in(Received answer);

    /** A whole number that is there. */
    OptionalInt number(Received answer);

    /** A single value that is there, as a text; null if there is none. */
    default @Nullable String text(Received answer) {
        JsonNode there = in(answer);
        return there.isValueNode() && !there.isNull() ? there.asText() : null;
    }

    /** By a pointer into JSON. */
    record InJson(JsonPointer at) implements Look {

        static InJson of(String pointer) {
            return new InJson(JsonPointer.compile(pointer));
        }

        @Override
        public JsonNode in(Received answer) {
            return answer.json().at(at);
        }

        @Override
        public OptionalInt number(Received answer) {
            JsonNode there = in(answer);
            return there.isIntegralNumber() ? OptionalInt.of(there.intValue()) : OptionalInt.empty();
        }

        @Override
        public String toString() {
            return "at " + at;
        }
    }

    /**
     * By a regular expression in a body of any kind.
     *
     * @param group that is the value; 0, all that is found, if it has none
     */
    record InBody(Pattern pattern, int group) implements Look {

        static InBody of(String pattern) {
            Pattern compiled = Pattern.compile(pattern);
            return new InBody(compiled, Math.min(compiled.matcher("").groupCount(), 1));
        }

        @Override
        public JsonNode in(Received answer) {
            return found(pattern, group, answer.text());
        }

        @Override
        public OptionalInt number(Received answer) {
            return written(in(answer));
        }

        @Override
        public String toString() {
            return "by '" + pattern + "' in the body";
        }
    }

    /**
     * In a header.
     *
     * @param part whose first group is the value; null: all of it
     */
    record InHeader(String name, @Nullable Pattern part) implements Look {

        @Override
        public JsonNode in(Received answer) {
            String value = answer.header(name);
            if (value == null) {
                return MissingNode.getInstance();
            }
            return part == null ? TextNode.valueOf(value.strip()) : found(part, 1, value);
        }

        @Override
        public OptionalInt number(Received answer) {
            return written(in(answer));
        }

        @Override
        public String toString() {
            return (part == null ? "" : "by '" + part + "' ") + "in header " + name;
        }
    }

    private static JsonNode found(Pattern pattern, int group, String text) {
        Matcher matcher = pattern.matcher(text);
        String value = matcher.find() ? matcher.group(group) : null;
        return value == null ? MissingNode.getInstance() : TextNode.valueOf(value);
    }

    /** Texts know no numbers, so what is written as one is one. */
    private static OptionalInt written(JsonNode there) {
        try {
            return there.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(there.textValue()));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
