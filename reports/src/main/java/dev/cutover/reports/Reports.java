package dev.cutover.reports;

import dev.cutover.record.run.RunDirectory;
import dev.cutover.reports.html.Page;
import dev.cutover.reports.junit.JunitReport;
import dev.cutover.reports.markdown.Summary;
import dev.cutover.reports.run.Run;
import dev.cutover.reports.run.RunReader;
import java.io.IOException;
import java.nio.file.Files;

/** Writes the reports of a run into its directory. */
public final class Reports {
    private Reports() {}

    /**
     * Writes {@code junit.xml}, {@code summary.md} and {@code report.html}, over older ones if there are any.
     * Works on what there is: a run that was killed or not judged gets reports that say what is missing.
     *
     * @throws IOException if the directory does not exist, or cannot be read or written
     */
    public static void write(RunDirectory directory) throws IOException {
        Run run = RunReader.read(directory);
        Files.writeString(directory.junit(), JunitReport.of(run));
        Files.writeString(directory.summary(), Summary.of(run));
        Files.writeString(directory.report(), Page.of(run));
    }
}
