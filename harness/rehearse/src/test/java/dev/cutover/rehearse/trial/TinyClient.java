package dev.cutover.rehearse.trial;

import dev.cutover.record.journal.Outcome;
import dev.cutover.rehearse.load.AnswerMatch;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.load.Look;
import dev.cutover.rehearse.load.OperationSpec;
import dev.cutover.rehearse.load.RequestSpec;
import dev.cutover.rehearse.load.StepSpec;
import dev.cutover.rehearse.trial.Asked.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks a tiny world; what it is answered otherwise than usual is scripted, and then nothing happens. */
final class TinyClient implements Client {

    /** By operation. */
    final Map<String, Answer> otherwise = new HashMap<>();

    private final TinyWorld world;
    private final LoadModel load;
    private long ids = 1_000;

    TinyClient(TinyWorld world, LoadModel load) {
        this.world = world;
        this.load = load;
    }

    @Override
    public int keys() {
        return 9;
    }

    @Override
    public List<Asked> story(int position) {
        List<Asked> all = new ArrayList<>();
        long note = 0;
        for (StepSpec step : load.stories().get(position).steps()) {
            if (step.operation().equals("drop") && note == 0) {
                all.add(new Asked.Lacking("drop", Set.of("note")));
                continue;
            }
            Asked.Sent sent = ask(step.operation(), note);
            all.add(sent);
            if (step.operation().equals("add")
                    && sent.ok()
                    && sent.answer().body().contains("ref")) {
                note = sent.id();
            }
        }
        return all;
    }

    @Override
    public Asked alone(String operation) {
        return ask(operation, 0);
    }

    @Override
    public Update publish() {
        throw new UnsupportedOperationException("the tiny plan publishes nothing");
    }

    private Asked.Sent ask(String operation, long subject) {
        long id = ++ids;
        String key = Long.toString(1 + id % 9);
        Answer answer =
                otherwise.getOrDefault(operation, world.answers().getOrDefault(operation, new Answer(404, "", "")));
        OperationSpec spec = load.operation(operation);
        Outcome outcome = outcome(spec, answer);
        if (outcome == Outcome.OK) {
            happen(operation, id, key, subject);
        }
        RequestSpec sent = spec.request().orElseThrow();
        String request = sent.method() + " " + sent.path().replace("${key}", key);
        return new Asked.Sent(
                operation,
                key,
                id,
                subject,
                request,
                answer,
                outcome,
                spec.asks().map(asks -> asks.replace("${key}", key)).orElse(null));
    }

    private static Outcome outcome(OperationSpec spec, Answer answer) {
        boolean ok = spec.ok().stream()
                .anyMatch(match -> match.means(answer.status())
                        && (Look.of(match).isEmpty() || answer.body().contains("\"rc\": 0")));
        boolean no =
                spec.refused().stream().map(AnswerMatch::status).anyMatch(Integer.toString(answer.status())::equals);
        return ok ? Outcome.OK : no ? Outcome.REFUSED : Outcome.UNKNOWN;
    }

    private void happen(String operation, long id, String key, long subject) {
        synchronized (world) {
            switch (operation) {
                case "add" -> world.side().notes.put(id, key);
                case "drop" -> {
                    if (!world.wrong.contains("drop leaves it")) {
                        world.side().notes.remove(subject);
                    }
                }
                case "name" -> world.side().names.put(key, id);
                default -> {}
            }
        }
    }
}
