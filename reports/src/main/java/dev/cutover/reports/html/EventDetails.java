package dev.cutover.reports.html;

import dev.cutover.record.event.BackgroundEvent;
import dev.cutover.record.event.CanaryEvent;
import dev.cutover.record.event.ContainerEvent;
import dev.cutover.record.event.DefectEvent;
import dev.cutover.record.event.Drained;
import dev.cutover.record.event.Event;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.Isolated;
import dev.cutover.record.event.Observed;
import dev.cutover.record.event.PhaseEvent;
import dev.cutover.record.event.PlanEvent;
import dev.cutover.record.event.ProcessEvent;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RunEvent;
import dev.cutover.record.event.Sample;
import dev.cutover.record.event.SentinelEvent;
import dev.cutover.record.event.StepEvent;
import dev.cutover.reports.text.Format;
import java.util.Objects;

/** What an event says beside its kind and its state. */
final class EventDetails {
    private static final String BETWEEN = " · ";

    private EventDetails() {}

    static String of(Event event) {
        return switch (event) {
            case RunEvent unused -> "";
            case PhaseEvent phase -> phase.phase();
            case PlanEvent.Completed unused -> "";
            case PlanEvent.EndedEarly early -> early.detail();
            case StepEvent step -> step(step);
            case RoutingEvent change -> routing(change);
            case FaultEvent fault -> fault(fault);
            case ProcessEvent process -> process(process);
            case ContainerEvent container -> container(container);
            case Isolated seen -> seen.component() + BETWEEN + "networks " + String.join(", ", seen.networks());
            case Observed seen -> seen.name() + (seen.complete() ? "" : " is not complete: " + seen.reason());
            case SentinelEvent sent ->
                sent.stream()
                        + (sent.crossed() ? " crossed in " : " not crossed after ")
                        + Format.millis(sent.tookMs());
            case CanaryEvent canary -> canary.phase() + BETWEEN + canary.detail();
            case Drained claim ->
                claim.steps()
                        + (claim.held() ? ", as the plan claims, in " : " not done: " + claim.reason() + ", after ")
                        + Format.millis(claim.tookMs());
            case BackgroundEvent.Failed not -> not.steps() + BETWEEN + Format.millis(not.tookMs()) + " " + not.detail();
            case BackgroundEvent.Ended end -> end.steps() + BETWEEN + end.failed() + " of " + end.runs() + " failed";
            case DefectEvent acted ->
                (acted.bridge() == null ? "" : acted.bridge() + " ") + "acted " + acted.times() + " times";
            case Sample sample -> sample.phase();
        };
    }

    private static String step(StepEvent step) {
        String name = step.step().text();
        return switch (step) {
            case StepEvent.Began unused -> name;
            case StepEvent.Ended done -> name + BETWEEN + Format.millis(done.tookMs()) + " " + done.detail();
            case StepEvent.Failed not -> name + BETWEEN + Format.millis(not.tookMs()) + " " + not.detail();
        };
    }

    private static String routing(RoutingEvent change) {
        String asked = change.mode().text() + ", " + Format.percent(change.newShare()) + " on new";
        return switch (change) {
            case RoutingEvent.Requested unused -> asked;
            case RoutingEvent.Effective done ->
                asked
                        + BETWEEN
                        + (done.epoch() == null ? "" : "epoch " + done.epoch() + BETWEEN)
                        + Format.millis(done.tookMs());
            case RoutingEvent.Refused refused -> asked + BETWEEN + refused.detail();
        };
    }

    private static String fault(FaultEvent fault) {
        String name = fault.id() + BETWEEN + fault.fault() + " " + fault.target();
        return switch (fault) {
            case FaultEvent.Intended unused -> name;
            case FaultEvent.Injected unused -> name;
            case FaultEvent.Verified seen -> name + BETWEEN + seen.evidence();
            case FaultEvent.NotVerified seen -> name + BETWEEN + seen.evidence();
            case FaultEvent.Healed seen ->
                name + BETWEEN + Objects.requireNonNullElse(seen.evidence(), "seen to be gone");
            case FaultEvent.HealFailed seen -> name + BETWEEN + seen.evidence();
        };
    }

    private static String process(ProcessEvent process) {
        String name = process.component() + BETWEEN + "process " + process.pid();
        return switch (process) {
            case ProcessEvent.Started unused -> name;
            case ProcessEvent.Ready ready -> name + BETWEEN + Format.millis(ready.tookMs());
            case ProcessEvent.Ended ended -> name + BETWEEN + ended.detail();
        };
    }

    private static String container(ContainerEvent container) {
        String name = container.component() + BETWEEN + "container " + container.container();
        return switch (container) {
            case ContainerEvent.Started started -> name + BETWEEN + started.image();
            case ContainerEvent.Ready ready -> name + BETWEEN + Format.millis(ready.tookMs());
            case ContainerEvent.Ended ended -> name + BETWEEN + ended.detail();
        };
    }
}
