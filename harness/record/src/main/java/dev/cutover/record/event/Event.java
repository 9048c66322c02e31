package dev.cutover.record.event;

/** What a rehearsal did or saw: one line of {@code events.jsonl}. Every type is a record with a {@link Line}. */
public sealed interface Event
        permits RunEvent,
                PhaseEvent,
                PlanEvent,
                StepEvent,
                RoutingEvent,
                FaultEvent,
                ProcessEvent,
                ContainerEvent,
                Isolated,
                Observed,
                SentinelEvent,
                CanaryEvent,
                Drained,
                BackgroundEvent,
                DefectEvent,
                Sample {}
