package dev.cutover.rehearse.load;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.cutover.environment.yaml.WrongValue;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A kind of answer.
 *
 * @param status the HTTP status, such as 201, or 2xx for a whole class
 * @param at where in the JSON body to look besides, as a JSON pointer
 * @param is the texts or numbers of which one must be there; without it, anything
 */
public record AnswerMatch(
        String status,
        Optional<String> at,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> is) {

    public AnswerMatch {
        is = List.copyOf(is);
        if (!status.matches("[1-5](\\d\\d|xx)")) {
            throw WrongValue.at(
                    "must be a status such as 201, or a class such as 2xx, but is '" + status + "'", "status");
        }
        at.ifPresent(pointer -> requirePointer(pointer, "at"));
        if (at.isEmpty() && !is.isEmpty()) {
            throw WrongValue.at("needs an 'at', such as at: /code", "is");
        }
    }

    /** True if the answer's status is meant. */
    public boolean means(int answered) {
        return status.endsWith("xx") ? answered / 100 == status.charAt(0) - '0' : answered == Integer.parseInt(status);
    }

    /** True if an answer may match both and nobody could tell. Those that look at different places are told apart by the answer. */
    boolean overlaps(AnswerMatch other) {
        boolean classes = status.endsWith("xx") || other.status.endsWith("xx");
        boolean statuses = status.equals(other.status) || (classes && status.charAt(0) == other.status.charAt(0));
        boolean anywhere = at.isEmpty() || other.at.isEmpty();
        boolean values =
                at.equals(other.at) && (is.isEmpty() || other.is.isEmpty() || !Collections.disjoint(is, other.is));
        return statuses && (anywhere || values);
    }

    static void requirePointer(String pointer, Object... path) {
        if (!pointer.startsWith("/")) {
            throw WrongValue.at("must be a JSON pointer, such as /order/id, but is '" + pointer + "'", path);
        }
    }
}
