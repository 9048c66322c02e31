package dev.cutover.rehearse.load;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.cutover.environment.yaml.WrongValue;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A kind of answer.
 *
 * @param status the HTTP status, such as 201, or 2xx for a whole class
 * @param at where in the JSON body to look besides, as a JSON pointer; or {@code body}, or {@code header}
 * @param body what a body of any kind must have besides: a regular expression that is found anywhere in it; with {@code is}, its first group is meant
 * @param header the name of a header that must be there besides
 * @param is the texts or numbers of which one must be there; without it, anything
 */
public record AnswerMatch(
        String status,
        Optional<String> at,
        Optional<String> body,
        Optional<String> header,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> is) {

    public AnswerMatch {
        is = List.copyOf(is);
        if (!status.matches("[1-5](\\d\\d|xx)")) {
            throw WrongValue.at(
                    "must be a status such as 201, or a class such as 2xx, but is '" + status + "'", "status");
        }
        long places = Stream.of(at, body, header).filter(Optional::isPresent).count();
        if (places > 1) {
            throw WrongValue.here("must have one of at, body, header at most, but has " + places);
        }
        at.ifPresent(pointer -> Place.requirePointer(pointer, "at"));
        header.ifPresent(name -> Place.requireHeader(name, "header"));
        if (body.isPresent()) {
            requireBody(body.get(), !is.isEmpty());
        }
        if (places == 0 && !is.isEmpty()) {
            throw WrongValue.at("needs an 'at', such as at: /code, or a 'body' or 'header' to look at", "is");
        }
    }

    private static void requireBody(String pattern, boolean compared) {
        if (compared) {
            Place.requireGroup(pattern, "body");
        } else {
            Pattern unused = Place.requirePattern(pattern, "body");
        }
    }

    /** True if the answer's status is meant. */
    public boolean means(int answered) {
        return status.endsWith("xx") ? answered / 100 == status.charAt(0) - '0' : answered == Integer.parseInt(status);
    }

    /** Whether it looks at more than the status. */
    boolean looksInside() {
        return at.isPresent() || body.isPresent() || header.isPresent();
    }

    /** True if an answer may match both and nobody could tell. Those that look at different places are told apart by the answer. */
    boolean overlaps(AnswerMatch other) {
        boolean classes = status.endsWith("xx") || other.status.endsWith("xx");
        boolean statuses = status.equals(other.status) || (classes && status.charAt(0) == other.status.charAt(0));
        boolean anywhere = !looksInside() || !other.looksInside();
        boolean place = at.equals(other.at) && body.equals(other.body) && header.equals(other.header);
        boolean values = place && (is.isEmpty() || other.is.isEmpty() || !Collections.disjoint(is, other.is));
        return statuses && (anywhere || values);
    }
}
