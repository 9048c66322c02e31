package dev.cutover.scenarios.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.Outcome;
import dev.cutover.rehearse.load.AnswerMatch;
import dev.cutover.rehearse.load.Look;
import dev.cutover.rehearse.load.OperationSpec;
import dev.cutover.rehearse.load.Received;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what a client may conclude from an answer to one operation, or from none; in doubt: UNKNOWN. */
final class Answers {
    private final List<Rule> ok;
    private final List<Rule> refused;
    private final @Nullable Look version;

    Answers(OperationSpec operation) {
        ok = operation.ok().stream().map(Rule::of).toList();
        refused = operation.refused().stream().map(Rule::of).toList();
        version = operation.version().map(Look::of).orElse(null);
    }

    private record Rule(AnswerMatch match, @Nullable Look at) {
        static Rule of(AnswerMatch match) {
            return new Rule(match, Look.of(match).orElse(null));
        }

        boolean matches(int status, Received answer) {
            if (!match.means(status)) {
                return false;
            }
            if (at == null) {
                return true;
            }
            JsonNode there = at.in(answer);
            boolean any = match.is().isEmpty() && !there.isMissingNode() && !there.isNull();
            return any || (there.isValueNode() && match.is().contains(there.asText()));
        }

        /** A whole number where it looks. */
        OptionalInt number(Received answer) {
            return at == null ? OptionalInt.empty() : at.number(answer);
        }
    }

    /** The key's version; 0 if it is not said. */
    int version(Received answer) {
        return version == null ? 0 : version.number(answer).orElse(0);
    }

    /** Judges one attempt by itself. */
    Judgement judge(Attempt attempt) {
        int status = attempt.status();
        Received answer = attempt.answer();
        if (status == 0) {
            return new Judgement(Outcome.UNKNOWN, attempt.lost());
        }
        boolean happened = ok.stream().anyMatch(rule -> rule.matches(status, answer));
        Rule refusal = refused.stream()
                .filter(rule -> rule.matches(status, answer))
                .findFirst()
                .orElse(null);
        if (happened && refusal == null) {
            return new Judgement(Outcome.OK, Cause.NONE);
        }
        if (refusal != null && !happened) {
            OptionalInt number = refusal.number(answer);
            short cause = number.isPresent() ? Cause.returnCode(number.getAsInt()) : Cause.status(status);
            return new Judgement(Outcome.REFUSED, cause);
        }
        return new Judgement(Outcome.UNKNOWN, unexpected(status, answer));
    }

    private short unexpected(int status, Received answer) {
        List<Rule> meant = Stream.concat(ok.stream(), refused.stream())
                .filter(rule -> rule.match().means(status))
                .toList();
        if (meant.isEmpty() || status / 100 != 2) {
            return Cause.status(status);
        }
        return meant.stream()
                .map(rule -> rule.number(answer))
                .filter(OptionalInt::isPresent)
                .map(number -> Cause.returnCode(number.getAsInt()))
                .findFirst()
                .orElse(Cause.UNREADABLE);
    }
}
