package dev.cutover.rehearse.trial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.rehearse.load.AnswerMatch;
import dev.cutover.rehearse.load.Look;
import dev.cutover.rehearse.load.OperationSpec;
import dev.cutover.rehearse.load.Received;
import dev.cutover.rehearse.trial.Asked.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What an answer lacks of what the plan says about it. */
final class Missed {

    private static final String OTHER_WAYS =
            "no JSON; what is none is looked at by 'body', a regular expression, or 'header'";

    private final OperationSpec operation;
    private final int status;
    private final Received received;

    Missed(OperationSpec operation, Answer answer) {
        this.operation = operation;
        this.status = answer.status();
        this.received = answer.received();
    }

    /** Why each of the answers that are OK was not the one. */
    String ok() {
        return operation.ok().stream().map(match -> "ok wants " + why(match)).collect(Collectors.joining("; "));
    }

    private String why(AnswerMatch match) {
        if (!match.means(status)) {
            return "status " + match.status();
        }
        return Look.of(match)
                .map(look -> (match.is().isEmpty() ? "something" : String.join(" or ", match.is())) + " " + there(look))
                .orElse("status " + match.status());
    }

    /** Where it looks, and what is there. */
    private String there(Look look) {
        JsonNode found = look.in(received);
        boolean json = !(look instanceof Look.InJson) || !received.json().isMissingNode();
        return look + ", where there is "
                + (!json ? OTHER_WAYS : found.isMissingNode() ? "nothing" : Brief.line(found.toString()));
    }

    /** The values that are kept of it, or said by it, and are not there. */
    List<String> values() {
        List<String> missing = new ArrayList<>();
        operation.keep().forEach((name, place) -> {
            Look look = Look.of(place);
            if (look.text(received) == null) {
                missing.add("keep." + name + " looks " + there(look));
            }
        });
        operation
                .version()
                .map(Look::of)
                .filter(look -> look.number(received).isEmpty())
                .ifPresent(look -> missing.add("version looks for a whole number " + there(look)));
        operation.content().stream()
                .map(Look::of)
                .filter(look -> look.in(received).isMissingNode())
                .forEach(look -> missing.add("content looks " + there(look)));
        return missing;
    }
}
