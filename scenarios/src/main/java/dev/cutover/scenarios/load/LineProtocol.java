package dev.cutover.scenarios.load;

import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.recorder.Answer;
import dev.cutover.record.recorder.Operation;
import dev.cutover.record.recorder.Recorder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a load's program says in lines of JSON, and what it is answered; docs/load.md describes it. For one thread. */
final class LineProtocol {
    static final String STOP = "{\"stop\":true}";

    private static final String INVOKE = "invoke";
    private static final String COMPLETE = "complete";
    private static final List<Outcome> ENDS = List.of(Outcome.OK, Outcome.REFUSED, Outcome.UNKNOWN);
    private static final int SHOWN = 200;

    private final Recorder recorder;
    private final Map<String, Operation> running = new HashMap<>();
    private long number;

    LineProtocol(Recorder recorder) {
        this.recorder = recorder;
    }

    /**
     * Does what a line says.
     *
     * @return the answer; what ends an operation has none
     */
    Optional<String> say(String line) throws WrongLine {
        number++;
        try {
            Said said = Said.read(line);
            said.only(INVOKE, COMPLETE);
            if (said.has(INVOKE) == said.has(COMPLETE)) {
                throw new WrongLine("must say one of 'invoke' and 'complete'");
            }
            if (said.has(INVOKE)) {
                return Optional.of(invoke(said.below(INVOKE)));
            }
            complete(said.below(COMPLETE));
            return Optional.empty();
        } catch (WrongLine | IllegalArgumentException e) {
            String shown = line.length() > SHOWN ? line.substring(0, SHOWN) + " …" : line;
            throw new WrongLine("line " + number + " " + e.getMessage() + ": " + shown);
        }
    }

    private String invoke(Said said) throws WrongLine {
        said.only("kind", "key", "subject");
        Optional<Operation> begun = recorder.invoke(said.text("kind"), said.text("key"), subject(said));
        begun.ifPresent(operation -> running.put(Long.toString(operation.id()), operation));
        return begun.map(operation -> "{\"id\":\"" + operation.id() + "\",\"uuid\":\"" + operation.uuid() + "\"}")
                .orElse(STOP);
    }

    private static long subject(Said said) throws WrongLine {
        String id = said.find("subject").orElse("0");
        if (!id.matches("\\d{1,18}|[1-8]\\d{18}")) {
            throw new WrongLine("'invoke.subject' must be the id of an operation, but is " + id);
        }
        return Long.parseLong(id);
    }

    private void complete(Said said) throws WrongLine {
        said.only("id", "outcome", "status", "version", "servedBy", "attempts");
        String id = said.text("id");
        Outcome outcome = one("outcome", said.text("outcome"), ENDS);
        Answer answer = new Answer(
                said.number("status", 0),
                said.number("version", 0),
                one("servedBy", said.find("servedBy").orElse("nobody"), List.of(ServedBy.values())),
                said.number("attempts", 1));
        Operation operation = running.remove(id);
        if (operation == null) {
            throw new WrongLine("'complete.id' is " + id + ", which is no running operation; each ends once");
        }
        operation.end(outcome, answer);
    }

    private static <T extends Enum<T>> T one(String key, String word, List<T> all) throws WrongLine {
        for (T each : all) {
            if (each.name().equalsIgnoreCase(word)) {
                return each;
            }
        }
        throw new WrongLine("'complete." + key + "' must be one of "
                + all.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "))
                + ", but is " + word);
    }
}
