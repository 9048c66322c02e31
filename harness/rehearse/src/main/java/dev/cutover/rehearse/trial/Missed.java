package dev.cutover.rehearse.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cutover.rehearse.load.AnswerMatch;
import dev.cutover.rehearse.load.OperationSpec;
import dev.cutover.rehearse.trial.Asked.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an answer lacks of what the plan says about it. */
final class Missed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OperationSpec operation;
    private final int status;
    private final JsonNode json;

    Missed(OperationSpec operation, Answer answer) {
        this.operation = operation;
        this.status = answer.status();
        this.json = json(answer.body());
    }

    private static JsonNode json(String body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null ? MissingNode.getInstance() : read;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** Why each of the answers that are OK was not the one. */
    String ok() {
        return operation.ok().stream().map(match -> "ok wants " + why(match)).collect(Collectors.joining("; "));
    }

    private String why(AnswerMatch match) {
        if (!match.means(status) || match.at().isEmpty()) {
            return "status " + match.status();
        }
        String wanted = match.is().isEmpty() ? "something" : String.join(" or ", match.is());
        return wanted + " at " + match.at().get() + ", where there is "
                + there(match.at().get());
    }

    private String there(String pointer) {
        JsonNode found = json.at(pointer);
        return json.isMissingNode() ? "no JSON" : found.isMissingNode() ? "nothing" : found.toString();
    }

    /** The values that are kept of it, or said by it, and are not there. */
    List<String> values() {
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, String> kept : operation.keep().entrySet()) {
            JsonNode found = json.at(kept.getValue());
            if (!found.isValueNode() || found.isNull()) {
                missing.add("keep." + kept.getKey() + " looks at " + kept.getValue() + ", where there is "
                        + there(kept.getValue()));
            }
        }
        operation.version().ifPresent(pointer -> {
            if (!json.at(pointer).isIntegralNumber()) {
                missing.add("version looks at " + pointer + " for a whole number, where there is " + there(pointer));
            }
        });
        return missing;
    }
}
