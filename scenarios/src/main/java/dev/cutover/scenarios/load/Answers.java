package dev.cutover.scenarios.load;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.Outcome;
import dev.cutover.rehearse.load.AnswerMatch;
import dev.cutover.rehearse.load.OperationSpec;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what a client may conclude from an answer to one operation, or from none; in doubt: UNKNOWN. */
final class Answers {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final JsonNode NOTHING = MissingNode.getInstance();

    private final List<Rule> ok;
    private final List<Rule> refused;
    private final @Nullable JsonPointer version;

    Answers(OperationSpec operation) {
        ok = operation.ok().stream().map(Rule::of).toList();
        refused = operation.refused().stream().map(Rule::of).toList();
        version = operation.version().map(JsonPointer::compile).orElse(null);
    }

    private record Rule(AnswerMatch match, @Nullable JsonPointer at) {
        static Rule of(AnswerMatch match) {
            return new Rule(match, match.at().map(JsonPointer::compile).orElse(null));
        }

        boolean matches(int status, JsonNode json) {
            if (!match.means(status)) {
                return false;
            }
            if (at == null) {
                return true;
            }
            JsonNode there = json.at(at);
            boolean any = match.is().isEmpty() && !there.isMissingNode() && !there.isNull();
            return any || (there.isValueNode() && match.is().contains(there.asText()));
        }

        /** A whole number where it looks. */
        OptionalInt number(JsonNode json) {
            JsonNode there = at == null ? NOTHING : json.at(at);
            return there.isIntegralNumber() ? OptionalInt.of(there.intValue()) : OptionalInt.empty();
        }
    }

    /** Whether what is in the body can say anything. */
    boolean lookInside() {
        return version != null || Stream.concat(ok.stream(), refused.stream()).anyMatch(rule -> rule.at() != null);
    }

    /** The body; a missing node if there is none, or it is no JSON. */
    static JsonNode json(byte @Nullable [] body) {
        try {
            return body == null || body.length == 0 ? NOTHING : JSON.readTree(body);
        } catch (IOException e) {
            return NOTHING;
        }
    }

    /** The key's version; 0 if it is not said. */
    int version(JsonNode json) {
        return version == null ? 0 : json.at(version).intValue();
    }

    /** Judges one attempt by itself. */
    Judgement judge(Attempt attempt) {
        int status = attempt.status();
        JsonNode json = attempt.answer();
        if (status == 0) {
            return new Judgement(Outcome.UNKNOWN, attempt.lost());
        }
        boolean happened = ok.stream().anyMatch(rule -> rule.matches(status, json));
        Rule refusal = refused.stream()
                .filter(rule -> rule.matches(status, json))
                .findFirst()
                .orElse(null);
        if (happened && refusal == null) {
            return new Judgement(Outcome.OK, Cause.NONE);
        }
        if (refusal != null && !happened) {
            OptionalInt number = refusal.number(json);
            short cause = number.isPresent() ? Cause.returnCode(number.getAsInt()) : Cause.status(status);
            return new Judgement(Outcome.REFUSED, cause);
        }
        return new Judgement(Outcome.UNKNOWN, unexpected(status, json));
    }

    private short unexpected(int status, JsonNode json) {
        List<Rule> meant = Stream.concat(ok.stream(), refused.stream())
                .filter(rule -> rule.match().means(status))
                .toList();
        if (meant.isEmpty() || status / 100 != 2) {
            return Cause.status(status);
        }
        return meant.stream()
                .map(rule -> rule.number(json))
                .filter(OptionalInt::isPresent)
                .map(number -> Cause.returnCode(number.getAsInt()))
                .findFirst()
                .orElse(Cause.UNREADABLE);
    }
}
