package dev.cutover.rehearse.plan;

import dev.cutover.environment.yaml.Problem;
import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.record.recorder.LoadTask;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.load.OperationSpec;
import java.util.ArrayList;
import java.util.List;

/** Whether the plan leaves to a load that it brings itself what only that load decides. */
final class OwnLoadCheck {
    private final YamlFile file;
    private final LoadModel load;
    private final String who;
    private final List<Problem> found = new ArrayList<>();

    OwnLoadCheck(YamlFile file, LoadModel load) {
        this.file = file;
        this.load = load;
        this.who = load.program().isPresent() ? "program" : "simulation";
    }

    List<Problem> problems() {
        if (load.program().isPresent()) {
            refuse(
                    load.simulation().isPresent(),
                    "is a second load beside the program; leave one out",
                    "load",
                    "simulation");
        }
        decided(load.warmUp().isPresent(), "warm-up");
        decided(load.otherwise().isPresent(), "otherwise");
        decided(!load.draw().isEmpty(), "draw");
        decided(!load.stories().isEmpty(), "stories");
        decided(!load.session().equals(LoadModel.SESSION), "session");
        decided(!load.thinkTime().equals(LoadModel.THINK_TIME), "think-time");
        decided(load.twins() != LoadModel.TWINS, "twins");
        decided(load.keepAlive(), "keep-alive");
        refuse(
                load.servedBy().isPresent(),
                "means nothing to a " + who + ", which records itself who served; write 'tells: [served-by]' below '"
                        + who + "'",
                "load",
                "served-by");
        load.operations().forEach(this::operation);
        return found;
    }

    private void decided(boolean there, String key) {
        refuse(there, "means nothing to a " + who + ", which decides that itself; leave it out", "load", key);
    }

    private void operation(String name, OperationSpec operation) {
        known(operation.request().isPresent(), name, "request");
        known(!operation.ok().isEmpty(), name, "ok");
        known(!operation.refused().isEmpty(), name, "refused");
        known(!operation.keep().isEmpty(), name, "keep");
        known(operation.version().isPresent(), name, "version");
        known(!operation.content().isEmpty(), name, "content");
        known(operation.repeatable(), name, "repeatable");
        refuse(
                name.contains(LoadTask.COMMA),
                "must be a name without a comma: the " + who + " is told the names in one line",
                "load",
                "operations",
                name);
    }

    private void known(boolean there, String name, String key) {
        refuse(
                there,
                "means nothing to a " + who
                        + ", which knows that itself; of an operation it needs 'role' and 'of' alone",
                "load",
                "operations",
                name,
                key);
    }

    private void refuse(boolean there, String message, Object... path) {
        if (there) {
            found.add(file.problem(message, path));
        }
    }
}
