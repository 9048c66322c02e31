package dev.cutover.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives a test the verdict of the rehearsal that it, or its class, asks for. */
final class RehearsalExtension implements ParameterResolver {

    private static final Namespace REHEARSALS = Namespace.create(RehearsalExtension.class);
    private static final String RUNS = "cutover.runs";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == RehearsalVerdict.class;
    }

    // JUnit 6 has another name for getOrComputeIfAbsent, which JUnit 5 does not know.
    @SuppressWarnings("deprecation")
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Optional<Rehearsal> ofMethod = AnnotationSupport.findAnnotation(test.getElement(), Rehearsal.class);
        ExtensionContext owner = ofMethod.isPresent() ? test : contextOfClass(test);
        Rehearsal asked = ofMethod.orElseGet(() -> ofClass(test));
        return Objects.requireNonNull(owner.getStore(REHEARSALS)
                .getOrComputeIfAbsent(
                        Rehearsal.class, once -> rehearse(asked, name(owner), test), RehearsalVerdict.class));
    }

    private static ExtensionContext contextOfClass(ExtensionContext test) {
        ExtensionContext context = test;
        while (context.getTestMethod().isPresent()) {
            context = context.getParent().orElseThrow();
        }
        return context;
    }

    private static Rehearsal ofClass(ExtensionContext test) {
        return AnnotationSupport.findAnnotation(test.getRequiredTestClass(), Rehearsal.class)
                .orElseThrow(() ->
                        new IllegalStateException(test.getRequiredTestClass().getName()
                                + " takes a verdict, but asks for no rehearsal: give its test, or it, a @Rehearsal"));
    }

    private static String name(ExtensionContext owner) {
        String ofClass = owner.getRequiredTestClass().getSimpleName();
        return owner.getTestMethod()
                .map(method -> ofClass + "." + method.getName())
                .orElse(ofClass);
    }

    private static RehearsalVerdict rehearse(Rehearsal asked, String name, ExtensionContext test) {
        Path runs = Path.of(test.getConfigurationParameter(RUNS).orElse("runs"));
        try {
            return new Launch(Home.find(test::getConfigurationParameter), asked, runs.resolve(name)).verdict();
        } catch (IOException e) {
            throw new UncheckedIOException("the rehearsal of " + asked.value() + " could not be started or read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + asked.value() + " was rehearsed; it was stopped", e);
        }
    }
}
