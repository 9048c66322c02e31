package dev.cutover.scenarios.load;

import dev.cutover.rehearse.load.DrawSpec;
import dev.cutover.rehearse.load.Escape;
import dev.cutover.rehearse.load.Template;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value to be drawn, one of some texts. */
record Draw(String name, List<Template> oneOf, @Nullable String not) {

    static List<Draw> of(Map<String, DrawSpec> draws) {
        return draws.entrySet().stream()
                .map(draw -> new Draw(
                        draw.getKey(),
                        draw.getValue().oneOf().stream()
                                .map(text -> Template.of(text, Escape.NONE))
                                .toList(),
                        draw.getValue().not().orElse(null)))
                .toList();
    }

    /** Draws it, if all that it is made of is known and one of the texts may be taken. */
    void into(Knowledge knowledge) {
        List<Template> there =
                oneOf.stream().filter(text -> knowledge.has(text.names())).toList();
        if (not == null) {
            if (!there.isEmpty()) {
                knowledge.learn(name, pick(there, knowledge).fill(knowledge));
            }
            return;
        }
        String other = knowledge.find(not);
        List<String> different = there.stream()
                .map(text -> text.fill(knowledge))
                .filter(text -> !text.equals(other))
                .toList();
        knowledge.learn(name, different.isEmpty() ? null : pick(different, knowledge));
    }

    private static <T> T pick(List<T> from, Knowledge knowledge) {
        return from.get(knowledge.random().nextInt(from.size()));
    }
}
