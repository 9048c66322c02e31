package dev.cutover.chaos.run;

import dev.cutover.environment.process.ProcessTree;
import dev.cutover.environment.process.RecordedProcess;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.EventReader;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.ProcessEvent;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finishes the job of a testbed that crashed: undoes its faults, the latest first, and ends what it started. */
public final class Healer {
    private final RunDirectory run;
    private final EventLog log;
    private final List<String> done = new ArrayList<>();
    private final List<String> notDone = new ArrayList<>();

    /**
     * What came of it, one text for each fault and process; both empty when there was nothing left to do.
     *
     * @param notDone what could not be done, and why
     */
    public record Healed(List<String> done, List<String> notDone) {
        public Healed {
            done = List.copyOf(done);
            notDone = List.copyOf(notDone);
        }
    }

    /**
     * Heals one run.
     *
     * @param log appends to {@code healed.jsonl} what was done: the run's own events are evidence, which nobody changes
     */
    public Healer(RunDirectory run, EventLog log) {
        this.run = run;
        this.log = log;
    }

    /** Does what can be done; what cannot keeps nothing else from being done. */
    public Healed heal() throws IOException {
        List<LogEntry> recorded = new ArrayList<>(read(run.events()));
        recorded.addAll(read(run.healed()));
        for (LogEntry intent : unhealed(recorded).reversed()) {
            heal((FaultEvent.Intended) intent.event(), intent);
        }
        for (LogEntry process : notEnded(recorded).reversed()) {
            end((ProcessEvent.Started) process.event(), process);
        }
        return new Healed(done, notDone);
    }

    /** What {@link #heal} would find to do: a text for each fault that is not healed, and for each process that still runs. Changes nothing. */
    public static List<String> left(RunDirectory run) throws IOException {
        List<LogEntry> recorded = EventReader.read(run.events()).entries();
        List<String> left = new ArrayList<>();
        for (LogEntry intent : unhealed(recorded)) {
            var fault = (FaultEvent.Intended) intent.event();
            left.add("fault " + fault.fault() + " on " + fault.target());
        }
        for (LogEntry entry : notEnded(recorded)) {
            var started = (ProcessEvent.Started) entry.event();
            new RecordedProcess(started.pid(), started.startTicks(), entry.at())
                    .find()
                    .ifPresent(process -> left.add("process " + process.pid() + " (" + started.component() + ")"));
        }
        return left;
    }

    /** A line that cannot be read must not keep the rest from being healed. */
    private List<LogEntry> read(Path events) throws IOException {
        if (!Files.exists(events)) {
            return List.of();
        }
        EventReader.Events recorded = EventReader.read(events);
        recorded.damage().forEach(damage -> done.add("skipped: " + damage));
        return recorded.entries();
    }

    private void heal(FaultEvent.Intended fault, LogEntry entry) {
        String what = "fault " + fault.id() + " (" + fault.fault() + " on " + fault.target() + "): ";
        try {
            String how = Undo.of(fault.undo(), entry.at());
            log.record(new FaultEvent.Healed(fault.id(), fault.fault(), fault.target(), fault.phase(), how));
            done.add(what + how);
        } catch (RuntimeException e) {
            log.record(
                    new FaultEvent.HealFailed(fault.id(), fault.fault(), fault.target(), fault.phase(), e.toString()));
            notDone.add(what + "NOT healed: " + e.getMessage());
        }
    }

    private void end(ProcessEvent.Started started, LogEntry entry) {
        var recorded = new RecordedProcess(started.pid(), started.startTicks(), entry.at());
        recorded.find().ifPresent(process -> {
            String what = "process " + process.pid() + " (" + started.component() + "): ";
            try {
                ProcessTree.kill(process);
                log.record(new ProcessEvent.Ended(started.component(), process.pid(), "ended by heal"));
                done.add(what + "ended");
            } catch (IllegalStateException e) {
                notDone.add(what + "NOT ended: " + e.getMessage());
            }
        });
    }

    private static List<LogEntry> unhealed(List<LogEntry> recorded) {
        Map<String, LogEntry> open = new LinkedHashMap<>();
        for (LogEntry entry : recorded) {
            if (entry.event() instanceof FaultEvent.Intended intended) {
                open.put(intended.id(), entry);
            } else if (entry.event() instanceof FaultEvent.Healed healed) {
                open.remove(healed.id());
            }
        }
        return List.copyOf(open.values());
    }

    private static List<LogEntry> notEnded(List<LogEntry> recorded) {
        Map<Long, LogEntry> running = new LinkedHashMap<>();
        for (LogEntry entry : recorded) {
            if (entry.event() instanceof ProcessEvent.Started started) {
                running.put(started.pid(), entry);
            } else if (entry.event() instanceof ProcessEvent.Ended ended) {
                running.remove(ended.pid());
            }
        }
        return List.copyOf(running.values());
    }
}
