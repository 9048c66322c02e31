package dev.cutover.rehearse.load;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.environment.yaml.WrongValue;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Where an answer has a value: in exactly one of three places.
 *
 * @param at where in a JSON body, as a JSON pointer
 * @param body in a body of any kind: what the first group of this regular expression finds, anywhere in it
 * @param header the name of the header that is the value
 * @param part of the header only what the first group of this regular expression finds in it, as the number at the end of a Location
 */
public record Place(
        @JsonProperty("at") Optional<String> at,
        @JsonProperty("body") Optional<String> body,
        @JsonProperty("header") Optional<String> header,
        @JsonProperty("part") Optional<String> part) {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public Place {
        long places = Stream.of(at, body, header).filter(Optional::isPresent).count();
        if (places != 1) {
            throw WrongValue.here("must have one of at, body, header, but has " + places);
        }
        at.ifPresent(pointer -> requirePointer(pointer, "at"));
        body.ifPresent(pattern -> requireGroup(pattern, "body"));
        header.ifPresent(name -> requireHeader(name, "header"));
        part.ifPresent(pattern -> requireGroup(pattern, "part"));
        if (part.isPresent() && header.isEmpty()) {
            throw WrongValue.at("is of a header; of a body 'body' finds a part itself", "part");
        }
    }

    /** In a JSON body. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Place of(String pointer) {
        requirePointer(pointer);
        return new Place(Optional.of(pointer), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** In a body of any kind. */
    public static Place inBody(String pattern) {
        return new Place(Optional.empty(), Optional.of(pattern), Optional.empty(), Optional.empty());
    }

    static void requirePointer(String pointer, Object... path) {
        if (!pointer.startsWith("/")) {
            throw WrongValue.at(
                    "must be a JSON pointer, such as /order/id, but is '" + pointer
                            + "'; what is no JSON is looked at by 'body' or 'header'",
                    path);
        }
    }

    /** Refuses what is no regular expression. */
    public static Pattern requirePattern(String pattern, Object... path) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            String where = e.getIndex() < 0 ? "" : " at its character " + (e.getIndex() + 1);
            throw WrongValue.at(
                    "must be a regular expression, but '" + pattern + "' is none: " + e.getDescription() + where, path);
        }
    }

    /** Refuses what would find no value. */
    public static void requireGroup(String pattern, Object... path) {
        if (requirePattern(pattern, path).matcher("").groupCount() == 0) {
            throw WrongValue.at(
                    "needs a group around the value, such as '<no>(\\d+)</no>', but is '" + pattern
                            + "'; a place in JSON is written by 'at'",
                    path);
        }
    }

    static void requireHeader(String name, Object... path) {
        if (!TOKEN.matcher(name).matches()) {
            throw WrongValue.at("must be the name of a header, such as Location, but is '" + name + "'", path);
        }
    }
}
