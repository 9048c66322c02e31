package dev.cutover.scenarios.load;

import dev.cutover.environment.probe.AnyCertificate;
import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.OperationIds;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.rehearse.load.KeySource;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.load.PublishSpec;
import dev.cutover.rehearse.load.Received;
import dev.cutover.rehearse.trial.Asked;
import dev.cutover.rehearse.trial.Client;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Asks for what the load's users ask for, one operation at a time and without Gatling. For one thread. */
public final class SingleClient implements Client {

    private static final int PATIENCE_MS = 10_000;

    private final URI target;
    private final Optional<String> broker;
    private final LoadModel load;
    private final List<Operation> operations;
    private final Stories stories;
    private final Keys keys;
    private final OperationIds ids;
    private final SplittableRandom random;

    /**
     * One that sends to a target.
     *
     * @param broker where updates are published, if any are
     * @param seed decides keys and what is drawn
     */
    public SingleClient(URI target, Optional<String> broker, LoadModel load, KeySource keys, long seed) {
        this.target = target;
        this.broker = broker;
        this.load = load;
        this.operations = Operation.of(load);
        this.stories = new Stories(load, operations);
        this.keys = Keys.of(keys);
        this.ids = OperationIds.of(seed);
        this.random = Randomness.of(seed, "single client", 0);
    }

    @Override
    public int keys() {
        return keys.size();
    }

    @Override
    public Update publish() throws ExecutionException, InterruptedException {
        PublishSpec spec = load.publish().getFirst();
        Updates.Next next = new Updates(spec, random).next();
        Map<String, Object> settings = new HashMap<>(Publisher.configuration(broker.orElseThrow()));
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
        try (var producer = new KafkaProducer<String, String>(settings)) {
            var unused = producer.send(new ProducerRecord<>(spec.topic(), next.key(), next.value()))
                    .get();
        }
        return new Update(next.key(), next.text());
    }

    @Override
    public List<Asked> story(int position) throws InterruptedException {
        Stories.Story story = stories.story(load.stories().get(position), operations);
        Keys.Key key = key();
        Knowledge knowledge = new Knowledge(key.values(), random);
        story.draws().forEach(draw -> draw.into(knowledge));
        Map<Integer, Long> acknowledged = new HashMap<>();
        List<Asked> all = new ArrayList<>();
        for (Step step : story.steps()) {
            all.add(take(step, key, knowledge, acknowledged));
        }
        return all;
    }

    @Override
    public Asked alone(String operation) throws InterruptedException {
        Keys.Key key = key();
        Knowledge knowledge = new Knowledge(key.values(), random);
        Draw.of(load.draw()).forEach(draw -> draw.into(knowledge));
        Operation named = operations.stream()
                .filter(one -> one.name().equals(operation))
                .findFirst()
                .orElseThrow();
        return take(Step.alone(named), key, knowledge, new HashMap<>());
    }

    private Keys.Key key() {
        return keys.at(random.nextInt(keys.size()), false);
    }

    private Asked take(Step step, Keys.Key key, Knowledge knowledge, Map<Integer, Long> acknowledged)
            throws InterruptedException {
        if (!step.ready(knowledge)) {
            var lacking = new TreeSet<>(step.operation().needs());
            lacking.removeIf(name -> step.with().containsKey(name) || knowledge.find(name) != null);
            return new Asked.Lacking(step.operation().name(), lacking);
        }
        Call call = step.call(
                knowledge,
                ids.next(),
                acknowledged.getOrDefault(step.operation().of(), 0L));
        Asked.Answer answer = send(call);
        Received received = answer.received();
        Outcome outcome = step.operation()
                .answers()
                .judge(new Attempt(
                        answer.status(),
                        received,
                        Cause.NONE,
                        ServedBy.named(answer.servedBy()).code()))
                .outcome();
        if (outcome == Outcome.OK) {
            acknowledged.put(step.operation().kind(), call.id());
            step.keep().forEach(kept -> knowledge.learn(kept.name(), kept.in(received)));
        }
        return new Asked.Sent(
                step.operation().name(),
                String.valueOf(key.values().get("key")),
                call.id(),
                call.subject(),
                step.operation().method() + " " + call.path(),
                answer,
                outcome,
                call.asks());
    }

    /** By a connection of its own: one that was kept could lead to who served before. */
    private Asked.Answer send(Call call) throws InterruptedException {
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(load.timeout())
                .sslContext(AnyCertificate.context())
                .build()) {
            HttpResponse<String> answer = http.send(request(call), BodyHandlers.ofString());
            return new Asked.Answer(
                    answer.statusCode(),
                    answer.body(),
                    load.servedBy()
                            .flatMap(name -> answer.headers().firstValue(name))
                            .orElse(""),
                    Received.headers(answer.headers()));
        } catch (IOException | IllegalArgumentException e) {
            return new Asked.Answer(0, String.valueOf(e), "");
        }
    }

    private HttpRequest request(Call call) {
        Duration limit = load.timeout();
        HttpRequest.Builder request = HttpRequest.newBuilder(target.resolve(call.path()))
                .timeout(limit)
                .method(
                        call.operation().method(),
                        call.operation().body() == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(call.body()));
        for (int index = 0; index < call.headers().size(); index++) {
            request.setHeader(
                    call.operation().headers().get(index).name(), call.headers().get(index));
        }
        return request.build();
    }
}
