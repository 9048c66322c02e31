package dev.cutover.judge;

import dev.cutover.record.run.Hazard;
import dev.cutover.record.run.Limits;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.Reads;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Obligations that can still be changed. */
final class Owes {
    final Map<String, Reads> reads = new LinkedHashMap<>();
    List<String> streams = List.of("old-to-new");
    List<String> faults = List.of();
    int rollbacks = 1;
    boolean bootstrap;
    List<String> compared = List.of("place-order", "pay-order", "read-orders");
    int canaries;

    SortedMap<String, Obligations.Effects> effects = charges(true);

    SortedMap<String, Obligations.Topic> topics = new TreeMap<>();

    @Nullable
    String updated = "price";

    boolean versions = true;
    boolean servedBy = true;
    boolean deadLetters = true;
    boolean losses;
    SortedMap<Hazard, Long> hazards = new TreeMap<>();
    Limits limits = new Limits(0.5, 1, 1_000, 250, 0, new TreeMap<>(Map.of("only", 2L)));

    /** What worlds owe unless they say otherwise: one ledger of all writes, two entities and a total. */
    Owes() {
        both(reads("ledger", true, "place-order", "pay-order"));
    }

    /** The same, to be changed. */
    static Owes like(Obligations given) {
        Owes owes = new Owes();
        owes.reads.clear();
        owes.reads.putAll(given.reads());
        owes.streams = given.streams();
        owes.faults = given.faults();
        owes.rollbacks = given.rollbacks();
        owes.bootstrap = given.bootstrap();
        owes.compared = given.compared();
        owes.canaries = given.canaries();
        owes.effects = given.effects();
        owes.topics = given.topics();
        owes.updated = given.updated();
        owes.versions = given.versions();
        owes.servedBy = given.servedBy();
        owes.deadLetters = given.deadLetters();
        owes.losses = given.losses();
        owes.hazards = given.hazards();
        owes.limits = given.limits();
        return owes;
    }

    /** Each payment is charged, once per order. */
    static SortedMap<String, Obligations.Effects> charges(boolean idempotent) {
        return new TreeMap<>(Map.of(
                World.CHARGES, new Obligations.Effects(List.of("pay-order"), "effects.jsonl", true, idempotent)));
    }

    /** Both systems are read alike. */
    Owes both(Reads alike) {
        reads.put("old", alike);
        reads.put("new", alike);
        return this;
    }

    Reads of(String system) {
        return reads.getOrDefault(system, Reads.NOTHING);
    }

    static Reads reads(String table, boolean onlyClients, String... of) {
        return new Reads(
                new TreeMap<>(Map.of(table, new Reads.Table(List.of(of), onlyClients))),
                List.of(),
                List.of("order", "price"),
                List.of(World.CREDIT),
                List.of());
    }

    /** The same, and texts that must never change. */
    static Reads keeping(Reads all, String kept) {
        return with(all, all.atEveryInstant(), all.asked(), List.of(kept), all.effects());
    }

    /** The same, and what was asked for. */
    static Reads asking(Reads all) {
        return with(
                all,
                all.atEveryInstant(),
                new TreeMap<>(Map.of("texts", List.of("place-order"))),
                all.kept(),
                all.effects());
    }

    /** The same, and what charges were over. */
    static Reads charging(Reads all) {
        return with(all, all.atEveryInstant(), all.asked(), all.kept(), List.of(World.CHARGES));
    }

    /** The same, and all totals hold at every instant. */
    static Reads always(Reads all) {
        return with(all, all.totals(), all.asked(), all.kept(), all.effects());
    }

    private static Reads with(
            Reads all,
            List<String> always,
            SortedMap<String, List<String>> asked,
            List<String> kept,
            List<String> effects) {
        return new Reads(
                all.applied(),
                all.registers(),
                all.entities(),
                all.totals(),
                always,
                all.invariants(),
                asked,
                all.counted(),
                kept,
                effects);
    }

    Obligations made() {
        return new Obligations(
                reads,
                "old",
                rollbacks,
                bootstrap,
                compared,
                canaries,
                streams,
                effects,
                topics,
                updated,
                false,
                versions,
                servedBy,
                deadLetters,
                faults,
                losses,
                hazards,
                limits);
    }

    /** What a world's run says of itself. */
    static Manifest manifest(World world) {
        return new Manifest(
                Manifest.SCHEMA,
                "tiny",
                7,
                "reference",
                "memory",
                "",
                "./cutover rehearse tiny --seed 7",
                new Manifest.ClockBase(0, ""),
                new Manifest.Machine(2, 1_024, "", ""),
                new Manifest.Versions("", ""),
                world.kinds,
                world.phases,
                List.of("old", "new"),
                world.obligations);
    }
}
